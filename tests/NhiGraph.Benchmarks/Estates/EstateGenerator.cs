using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Benchmarks.Estates;

/// <summary>Makes the estates of the figures: a fixed seed, trusts mostly within an application, a few across accounts.</summary>
internal sealed class EstateGenerator
{
    private const int Seed = 20261123;
    private const double CrossApplicationTrusts = 0.024;
    private readonly Random random = new(Seed);
    private readonly EstateSize size;
    private readonly EstateNodes nodes;
    private readonly GeneratedEstate estate;
    private readonly int conditional;
    private readonly int assumed;
    private readonly int expired;
    private readonly int allowSelf;
    private readonly int allowSubtree;
    private readonly int exceptSelf;
    private readonly int exceptSubtree;

    private EstateGenerator(EstateSize size)
    {
        this.size = size;
        nodes = new EstateNodes(size, random);
        estate = new GeneratedEstate(size, nodes);
        conditional = Details(EdgeDetails.None with { Conditions = [new("aws:SourceIp", "IpAddress", ["10.0.0.0/8"], "from the office")], Qualifier = "office" });
        assumed = Details(EdgeDetails.None with { Assumptions = ["aws-scp-unread"] });
        expired = Details(EdgeDetails.None with { Validity = new Validity(long.MinValue, 1_000_000) });
        allowSelf = Details(EdgeDetails.None with { On = OnTarget.AllowSelf, Qualifier = OnTarget.AllowSelf.ToString() });
        allowSubtree = Details(EdgeDetails.None with { On = OnTarget.AllowSubtree, Qualifier = OnTarget.AllowSubtree.ToString() });
        exceptSelf = Details(EdgeDetails.None with { On = OnTarget.ExceptSelf, Qualifier = OnTarget.ExceptSelf.ToString() });
        exceptSubtree = Details(EdgeDetails.None with { On = OnTarget.ExceptSubtree, Qualifier = OnTarget.ExceptSubtree.ToString() });
    }

    /// <summary>The estate with people: see <see cref="EstatePeople"/>.</summary>
    internal static GeneratedEstate WithPeople(EstateSize size)
    {
        GeneratedEstate estate = Make(size);
        estate.EndMeasured();
        EstatePeople.AddTo(estate);
        return estate;
    }

    internal static GeneratedEstate Make(EstateSize size)
    {
        var generator = new EstateGenerator(size);
        for (int account = 0; account < EstateSize.Accounts; account++)
        {
            generator.AddContainment(account);
            generator.AddCredentials(account);
            generator.AddTrusts(account);
            generator.AddGrants(account);
            generator.AddTargets(account);
        }

        generator.FillWithHoldings();
        return generator.estate;
    }

    /// <summary>The same nodes, without the time that their edges take.</summary>
    internal static EstateNodes NodesOf(EstateSize size) => new(size, new Random(Seed));

    private int Details(EdgeDetails details)
    {
        estate.Details.Add(details);
        return estate.Details.Count - 1;
    }

    /// <summary>Account, services, then things in a service or in another thing of it.</summary>
    private void AddContainment(int account)
    {
        int count = nodes.Resources.CountOf(account);
        for (int i = 1; i < count; i++)
        {
            int parent = i < 9 ? 0 : i > 60 && random.Next(10) == 0 ? 9 + random.Next(i - 9) : 1 + random.Next(8);
            estate.Add(nodes.Resources.At(account, parent), nodes.Resources.At(account, i), EdgeKind.Contains, Certainty.Proved, 0);
        }
    }

    private void AddCredentials(int account)
    {
        int applications = nodes.ApplicationsOf(account);
        Each(nodes.Credentials, account, (credential, application) =>
            estate.Add(credential, nodes.Identities.Pick(random, account, application, applications), EdgeKind.Authenticates, Certainty.Proved, random.Next(50) == 0 ? expired : 0));
        Each(nodes.Consumers, account, (consumer, application) =>
        {
            for (int i = random.Next(1, 4); i > 0; i--)
            {
                Walked(consumer, nodes.Credentials.Pick(random, account, application, applications), EdgeKind.Uses);
            }
        });
    }

    private void AddTrusts(int account)
    {
        int applications = nodes.ApplicationsOf(account);
        Each(nodes.Identities, account, (identity, application) =>
        {
            for (int i = random.Next(5); i > 0; i--)
            {
                double where = random.NextDouble();
                int to = where < size.CrossAccountTrusts ? nodes.Identities.First + random.Next(nodes.Identities.Count)
                    : where < size.CrossAccountTrusts + CrossApplicationTrusts ? nodes.Identities.Pick(random, account)
                    : nodes.Identities.Pick(random, account, application, applications);
                Walked(identity, to, EdgeKind.CanAssume);
            }

            if (random.Next(2) == 0)
            {
                Walked(identity, nodes.Groups.Pick(random, account, application, applications), EdgeKind.MemberOf);
            }
        });
    }

    /// <summary>The first sixth of an account's hubs is shared by the account; the rest belongs to applications, and half of it yields something of the application.</summary>
    private void AddGrants(int account)
    {
        int applications = nodes.ApplicationsOf(account);
        int shared = nodes.Hubs.CountOf(account) / 6;
        Each(nodes.Identities, account, (identity, application) => AddHoldings(identity, account, application, random.Next(3, 8)));
        Each(nodes.Groups, account, (group, application) => AddHoldings(group, account, application, 10));
        for (int i = 1; i < shared; i++)
        {
            Walked(nodes.Hubs.At(account, i), nodes.Hubs.At(account, random.Next(i)), EdgeKind.Includes);
        }

        for (int i = shared; i < nodes.Hubs.CountOf(account); i++)
        {
            int application = ApplicationOf(i - shared, nodes.Hubs.CountOf(account) - shared, applications);
            if (random.Next(2) == 0)
            {
                NodePlaces what = random.Next(2) == 0 ? nodes.Credentials : nodes.Identities;
                Walked(nodes.Hubs.At(account, i), what.Pick(random, account, application, applications), EdgeKind.Yields);
            }
        }
    }

    private void AddHoldings(int holder, int account, int application, int count)
    {
        int applications = nodes.ApplicationsOf(account);
        int shared = nodes.Hubs.CountOf(account) / 6;
        for (int i = 0; i < count; i++)
        {
            Walked(holder, nodes.Hubs.Pick(random, account, application, applications, shared), EdgeKind.Holds);
        }
    }

    /// <summary>Shared hubs cover services and accounts, at times less something; those of applications cover things of the application.</summary>
    private void AddTargets(int account)
    {
        int applications = nodes.ApplicationsOf(account);
        int shared = nodes.Hubs.CountOf(account) / 6;
        for (int i = 0; i < nodes.Hubs.CountOf(account); i++)
        {
            int hub = nodes.Hubs.At(account, i);
            int application = i < shared ? -1 : ApplicationOf(i - shared, nodes.Hubs.CountOf(account) - shared, applications);
            for (int n = random.Next(4, 13); n > 0; n--)
            {
                int target = application < 0 && n < 3 ? nodes.Resources.At(account, random.Next(9)) : nodes.Resources.Pick(random, account, application, applications, 9);
                bool except = application < 0 && random.Next(8) == 0;
                bool subtree = random.Next(3) == 0;
                estate.Add(hub, target, EdgeKind.On, except || random.Next(10) > 0 ? Certainty.Proved : Certainty.Declared, except ? subtree ? exceptSubtree : exceptSelf : subtree ? allowSubtree : allowSelf);
            }
        }
    }

    /// <summary>Holdings of shared hubs until the estate has its edges.</summary>
    private void FillWithHoldings()
    {
        while (estate.Edges.Count < size.Edges)
        {
            double skew = random.NextDouble();
            int account = AccountOf(random.Next(nodes.Identities.Count));
            int shared = Math.Max(1, nodes.Hubs.CountOf(account) / 6);
            Walked(nodes.Identities.Pick(random, account), nodes.Hubs.At(account, (int)(shared * skew * skew)), EdgeKind.Holds);
        }
    }

    private void Each(NodePlaces of, int account, Action<int, int> add)
    {
        int count = of.CountOf(account);
        for (int i = 0; i < count; i++)
        {
            add(of.At(account, i), ApplicationOf(i, count, nodes.ApplicationsOf(account)));
        }
    }

    /// <summary>The application whose run of the account's nodes holds this one; the inverse of <see cref="NodePlaces.Pick"/>'s runs.</summary>
    private static int ApplicationOf(int index, int count, int applications) => (int)(((index + 1L) * applications - 1) / count);

    private int AccountOf(int identity)
    {
        int low = 0;
        int high = EstateSize.Accounts - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = nodes.Identities.At(middle, 0) - nodes.Identities.First <= identity ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private void Walked(int from, int to, EdgeKind kind)
    {
        int roll = random.Next(100);
        (Certainty certainty, int details) = roll switch
        {
            < 85 => (Certainty.Proved, roll == 0 ? assumed : 0),
            < 94 => (Certainty.Conditional, conditional),
            < 99 => (Certainty.Declared, 0),
            _ => (Certainty.Inferred, 0),
        };
        estate.Add(from, to, kind, certainty, details);
    }
}
