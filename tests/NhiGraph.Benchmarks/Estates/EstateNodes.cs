using System.Globalization;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Benchmarks.Estates;

/// <summary>
/// The nodes of a generated estate. Accounts take shares by Zipf 0.8; each is cut into applications of twenty identities with what belongs to them, and keeps a sixth of its hubs for all.
/// </summary>
internal sealed class EstateNodes
{
    private const double ZipfExponent = 0.8;
    private const int IdentitiesOfAnApplication = 20;
    private readonly Random random;

    internal EstateNodes(EstateSize size, Random random)
    {
        this.random = random;
        double[] shares = Shares();
        Identities = Place("role", size.Identities, NodeKinds.Identity, shares);
        Credentials = Place("key", size.Credentials, NodeKinds.Credential, shares);
        Consumers = Place("workload", size.Consumers, NodeKinds.Consumer, shares);
        Groups = Place("group", size.Groups, NodeKinds.Group, shares);
        Hubs = Place("may", size.Hubs, NodeKinds.Entitlement, shares);
        Resources = Place("thing", size.Resources, NodeKinds.Resource, shares);
    }

    internal List<string> Keys { get; } = [];

    internal List<NodeColumns> Columns { get; } = [];

    internal NodePlaces Identities { get; }

    internal NodePlaces Credentials { get; }

    internal NodePlaces Consumers { get; }

    internal NodePlaces Groups { get; }

    internal NodePlaces Hubs { get; }

    /// <summary>The first of an account is the account itself, the next eight its services.</summary>
    internal NodePlaces Resources { get; }

    internal int ApplicationsOf(int account) => Math.Max(1, Identities.CountOf(account) / IdentitiesOfAnApplication);

    /// <summary>A node beyond those that the estate is measured by.</summary>
    internal int Add(string key, NodeColumns columns)
    {
        Keys.Add(key);
        Columns.Add(columns);
        return Keys.Count - 1;
    }

    private static double[] Shares()
    {
        var shares = new double[EstateSize.Accounts];
        double sum = 0;
        for (int account = 0; account < shares.Length; account++)
        {
            sum += shares[account] = Math.Pow(account + 1, -ZipfExponent);
        }

        return [.. shares.Select(share => share / sum)];
    }

    private NodePlaces Place(string name, int count, NodeKinds kinds, double[] shares)
    {
        int least = kinds == NodeKinds.Resource ? Math.Min(12, count / EstateSize.Accounts) : 1;
        var starts = new int[EstateSize.Accounts + 1];
        double taken = 0;
        for (int account = 0; account < EstateSize.Accounts; account++)
        {
            starts[account] = Keys.Count;
            taken += shares[account];
            int until = least * (account + 1) + (int)Math.Round((count - least * EstateSize.Accounts) * taken);
            for (int i = 0; Keys.Count - starts[0] < until; i++)
            {
                string number = (100_000_000_000L + account * 7_919L).ToString(CultureInfo.InvariantCulture);
                Keys.Add($"aws:arn:aws:iam::{number}:{name}/{name}-{i.ToString("D6", CultureInfo.InvariantCulture)}");
                Columns.Add(ColumnsOf(kinds, number, i));
            }
        }

        starts[^1] = Keys.Count;
        return new NodePlaces(starts);
    }

    private NodeColumns ColumnsOf(NodeKinds kinds, string account, int index) => new(kinds)
    {
        Scope = "aws:" + account,
        Environment = index % 3 == 0 ? "production" : "test",
        Capability = kinds != NodeKinds.Entitlement ? null : random.Next(40) == 0 ? Capability.Administer : (Capability)random.Next(20),
        ResourceType = kinds != NodeKinds.Resource || index >= 9 ? ResourceType.Unknown : index == 0 ? ResourceType.Account : ResourceType.Service,
        Traits = kinds != NodeKinds.Resource ? ResourceTraits.None : index < 9 ? ResourceTraits.Container : random.Next(4) == 0 ? ResourceTraits.RunsCode : ResourceTraits.HoldsData,
        Sensitivity = kinds != NodeKinds.Resource ? Sensitivity.Unknown : random.Next(50) == 0 ? Sensitivity.Restricted : random.Next(20) == 0 ? Sensitivity.Confidential : Sensitivity.Internal,
    };
}
