using System.Globalization;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Benchmarks.Estates;

/// <summary>
/// Who owns, created and uses what of a generated estate: a person for each twelve identities, one in ten gone, a team for each twenty people and an application for each twenty identities. Of the identities seven in ten
/// have an owner of their own, two more one by their application; half have a creator on record. Random numbers of its own: the estate is the same with it and without.
/// </summary>
internal sealed class EstatePeople
{
    private const int Seed = 20261125;
    internal const long Today = 1_790_000_000;
    private const long Day = 86_400;
    private const int IdentitiesOfAPerson = 12;
    private const int PeopleOfATeam = 20;
    private readonly Random random = new(Seed);
    private readonly GeneratedEstate estate;
    private readonly EstateNodes nodes;
    private readonly int business;
    private readonly int technical;
    private readonly int escalation;

    private EstatePeople(GeneratedEstate estate)
    {
        this.estate = estate;
        nodes = estate.Nodes;
        business = Role(OwnershipRole.Business);
        technical = Role(OwnershipRole.Technical);
        escalation = Role(OwnershipRole.Escalation);
    }

    internal static void AddTo(GeneratedEstate estate)
    {
        var people = new EstatePeople(estate);
        people.StateFacts();
        (int[] humans, int[] teams) = people.AddHumans();
        people.AddAccountability(humans, teams);
    }

    private int Role(OwnershipRole role)
    {
        estate.Details.Add(EdgeDetails.None with { Qualifier = role.Text().ToLowerInvariant() });
        return estate.Details.Count - 1;
    }

    /// <summary>What the source says of identities, credentials and consumers beside their access.</summary>
    private void StateFacts()
    {
        for (int identity = nodes.Identities.First; identity < nodes.Identities.First + nodes.Identities.Count; identity++)
        {
            State(identity, new()
            {
                IdentityType = IdentityType.CloudRole,
                Nature = IdentityNature.NonHuman,
                Enabled = random.Next(40) > 0,
                ProviderOwned = random.Next(50) == 0,
                HasPurpose = random.Next(2) == 0,
            }, new() { Created = Ago(3000), Used = random.Next(3) == 0 ? null : Ago(400) });
        }

        for (int credential = nodes.Credentials.First; credential < nodes.Credentials.First + nodes.Credentials.Count; credential++)
        {
            long created = Ago(2000);
            State(credential, new()
            {
                CredentialType = CredentialType.AccessKey,
                Posture = (Posture)(1 + random.Next(4)),
                Enabled = random.Next(20) > 0,
            }, new() { Created = created, Rotated = random.Next(2) == 0 ? created : Math.Max(created, Ago(500)), Used = random.Next(3) == 0 ? null : Ago(300) });
        }

        for (int consumer = nodes.Consumers.First; consumer < nodes.Consumers.First + nodes.Consumers.Count; consumer++)
        {
            State(consumer, new() { ConsumerType = random.Next(3) == 0 ? ConsumerType.Pipeline : ConsumerType.Workload, Potential = random.Next(5) == 0 }, new() { Used = Ago(100) });
        }
    }

    private void State(int node, NodeFacts facts, NodeDates dates) => nodes.Columns[node] = nodes.Columns[node] with { Facts = facts, Dates = dates };

    private long Ago(int days) => Today - random.Next(days) * Day;

    private (int[] Humans, int[] Teams) AddHumans()
    {
        var humans = new int[nodes.Identities.Count / IdentitiesOfAPerson];
        var teams = new int[Math.Max(1, humans.Length / PeopleOfATeam)];
        for (int team = 0; team < teams.Length; team++)
        {
            teams[team] = nodes.Add("team:" + Number(team), new(NodeKinds.Team) { Scope = "people:organization" });
        }

        for (int human = 0; human < humans.Length; human++)
        {
            // Whole teams went: every fortieth.
            bool gone = random.Next(10) == 0 || human % teams.Length % 40 == 0;
            humans[human] = nodes.Add("human:" + Number(human), new(NodeKinds.Human)
            {
                Scope = "people:organization",
                Facts = new() { HumanStatus = gone ? HumanStatus.Departed : HumanStatus.Active },
                Dates = new() { Ended = gone ? Ago(1000) : null },
            });
            estate.Add(humans[human], teams[human % teams.Length], EdgeKind.InTeam, Certainty.Proved, 0);
        }

        return (humans, teams);
    }

    private void AddAccountability(int[] humans, int[] teams)
    {
        for (int account = 0; account < EstateSize.Accounts; account++)
        {
            int count = nodes.Identities.CountOf(account);
            int applications = nodes.ApplicationsOf(account);
            int[] made = [.. Enumerable.Range(0, applications).Select(application => AddApplication(account, application, humans, teams))];
            for (int i = 0; i < count; i++)
            {
                int identity = nodes.Identities.At(account, i);
                estate.Add(identity, made[(int)((long)i * applications / count)], EdgeKind.PartOf, Certainty.Proved, 0);
                if (random.Next(10) < 7)
                {
                    Own(identity, humans, teams);
                }

                if (random.Next(2) == 0)
                {
                    estate.Add(humans[random.Next(humans.Length)], identity, EdgeKind.Created, Certainty.Proved, 0);
                }
            }
        }

        for (int credential = nodes.Credentials.First; credential < nodes.Credentials.First + nodes.Credentials.Count; credential++)
        {
            if (random.Next(3) == 0)
            {
                int human = humans[random.Next(humans.Length)];
                estate.Add(human, credential, EdgeKind.Created, Certainty.Proved, 0);
                estate.Add(human, credential, EdgeKind.ExposedTo, Certainty.Proved, 0);
            }
        }
    }

    private int AddApplication(int account, int number, int[] humans, int[] teams)
    {
        bool retired = random.Next(30) == 0;
        int application = nodes.Add($"application:{Number(account)}-{Number(number)}", new(NodeKinds.Application)
        {
            Scope = "people:organization",
            Facts = new() { ApplicationStatus = retired ? ApplicationStatus.Retired : ApplicationStatus.Active },
            Dates = new() { Ended = retired ? Ago(800) : null },
        });
        if (random.Next(3) > 0)
        {
            Own(application, humans, teams);
        }

        return application;
    }

    private void Own(int what, int[] humans, int[] teams)
    {
        estate.Add(random.Next(3) == 0 ? teams[random.Next(teams.Length)] : humans[random.Next(humans.Length)], what, EdgeKind.Owns, Certainty.Proved, business);
        if (random.Next(2) == 0)
        {
            estate.Add(humans[random.Next(humans.Length)], what, EdgeKind.Owns, Certainty.Proved, technical);
        }

        if (random.Next(4) == 0)
        {
            estate.Add(teams[random.Next(teams.Length)], what, EdgeKind.Owns, Certainty.Proved, escalation);
        }
    }

    private static string Number(int number) => number.ToString("D6", CultureInfo.InvariantCulture);
}
