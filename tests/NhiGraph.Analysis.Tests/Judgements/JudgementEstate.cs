using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Tests.Paths;

namespace NhiGraph.Analysis.Tests.Judgements;

/// <summary>A small random estate with accounts, rights that rules speak of, and people who own, created and left: dense enough that rules are broken, chains have owners and lose them, and most of it is somebody's fault.</summary>
internal sealed class JudgementEstate
{
    internal const long Now = 1_750_000_000;

    private static readonly Capability[] Capabilities = [Capability.ReadData, Capability.DeployCode, Capability.ModifyLogging, Capability.WriteData, Capability.DeleteBackup, Capability.Administer];
    private static readonly ResourceType[] Types = [ResourceType.Bucket, ResourceType.Function, ResourceType.Backup, ResourceType.Role, ResourceType.Service];
    private readonly Random _random;

    private JudgementEstate(int seed) => _random = new(seed);

    internal PathGraph Records { get; } = new();

    internal static PathGraph Make(int seed)
    {
        var estate = new JudgementEstate(seed);
        estate.AddAccounts();
        estate.AddActors();
        estate.AddPeople();
        estate.AddAccess();
        estate.AddAccountability();
        return estate.Records;
    }

    private void AddAccounts()
    {
        for (int account = 0; account < _random.Next(1, 4); account++)
        {
            string root = Node($"account-{account}", NodeKinds.Resource, $"s{account}", (PropertyNames.ResourceType, _random.Next(6) == 0 ? "RESOURCE_GROUP" : "ACCOUNT"), (PropertyNames.Environment, Maybe("Production")));
            string parent = root;
            for (int i = 0; i < _random.Next(1, 5); i++)
            {
                string resource = Node($"r{account}{i}", NodeKinds.Resource, _random.Next(12) == 0 ? null : $"s{account}", (PropertyNames.ResourceType, Pick(Types).Text()),
                    (PropertyNames.Sensitivity, ((Sensitivity)_random.Next(5)).Text()), (PropertyNames.Environment, _random.Next(4) == 0 ? "test" : null));
                Add(new(EdgeKind.Contains, parent, resource, Certainty.Proved));
                parent = _random.Next(3) == 0 ? resource : root;
            }

            for (int i = 0; i < _random.Next(1, 5); i++)
            {
                Node($"hub{account}{i}", NodeKinds.Entitlement, $"s{account}", (PropertyNames.Capability, Pick(Capabilities).Text()));
            }
        }
    }

    private void AddActors()
    {
        for (int i = 0; i < _random.Next(1, 6); i++)
        {
            NodeKinds kinds = _random.Next(6) == 0 ? NodeKinds.Identity | NodeKinds.Resource | NodeKinds.Consumer : _random.Next(3) == 0 ? NodeKinds.Identity | NodeKinds.Resource : NodeKinds.Identity;
            Node($"identity{i}", kinds, $"s{_random.Next(2)}", (PropertyNames.IdentityType, _random.Next(8) switch { 0 => "WELL_KNOWN", 1 => "SESSION", _ => "CLOUD_ROLE" }),
                (PropertyNames.Nature, Maybe("HUMAN", 6)), (PropertyNames.Enabled, _random.Next(4) switch { 0 => "false", 1 => "true", _ => null }), (PropertyNames.ProviderOwned, Maybe("true", 8)),
                (PropertyNames.Known, Maybe("false", 8)), (PropertyNames.CreatedAt, Date()), (PropertyNames.Owner, Maybe("somebody", 6)), (PropertyNames.Purpose, Maybe("reports")),
                (PropertyNames.ResourceType, (kinds & NodeKinds.Resource) == 0 ? null : Pick(Types).Text()), (PropertyNames.Sensitivity, (kinds & NodeKinds.Resource) == 0 ? null : "RESTRICTED"),
                (PropertyNames.ConsumerType, (kinds & NodeKinds.Consumer) == 0 ? null : "FUNCTION"), (PropertyNames.LastUsedAt, Date()), (PropertyNames.ExpiresAt, Date()), (PropertyNames.Environment, Maybe("test", 4)));
        }

        for (int i = 0; i < _random.Next(4); i++)
        {
            Node($"consumer{i}", NodeKinds.Consumer, $"s{_random.Next(2)}", (PropertyNames.ConsumerType, Pick(["PIPELINE", "CLOUD_SERVICE", "SCRIPT"])), (PropertyNames.Potential, Maybe("true")),
                (PropertyNames.Enabled, Maybe("false", 6)), (PropertyNames.LastRunAt, Date()));
        }

        for (int i = 0; i < _random.Next(5); i++)
        {
            Node($"credential{i}", NodeKinds.Credential, $"s{_random.Next(2)}", (PropertyNames.Posture, ((Posture)_random.Next(5)).Text()), (PropertyNames.Enabled, Maybe("false", 5)),
                (PropertyNames.CreatedAt, Date()), (PropertyNames.LastRotatedAt, Date()), (PropertyNames.ExpiresAt, Date()), (PropertyNames.LastUsedAt, Date()));
        }

        for (int i = 0; i < _random.Next(3); i++)
        {
            Node($"group{i}", NodeKinds.Group, $"s{_random.Next(2)}");
        }
    }

    private void AddPeople()
    {
        for (int i = 0; i < _random.Next(4); i++)
        {
            Node($"human{i}", NodeKinds.Human, null, (PropertyNames.Status, ((HumanStatus)_random.Next(4)).Text()), (PropertyNames.DepartedAt, Date()), (PropertyNames.Known, Maybe("false", 8)));
        }

        for (int i = 0; i < _random.Next(3); i++)
        {
            Node($"team{i}", NodeKinds.Team, null, (PropertyNames.Known, Maybe("false", 6)));
            Node($"application{i}", NodeKinds.Application, null, (PropertyNames.Status, ((ApplicationStatus)_random.Next(3)).Text()), (PropertyNames.RetiredAt, Date()));
        }
    }

    private void AddAccess()
    {
        foreach (GraphNode hub in Records.Nodes.Where(node => node.Kinds == NodeKinds.Entitlement).ToList())
        {
            for (int i = 0; i < _random.Next(1, 4); i++)
            {
                bool account = _random.Next(4) == 0;
                GraphNode target = Pick([.. Records.Nodes.Where(node => (node.Kinds & NodeKinds.Resource) != 0 && (!account || node.Key.StartsWith("account", StringComparison.Ordinal)))]);
                OnEffect effect = _random.Next(6) == 0 ? OnEffect.Except : OnEffect.Allow;
                Edge(EdgeKind.On, hub.Key, target.Key, _random.Next(5) == 0 ? OnTarget.Part(effect, "a/*") : new OnTarget(effect, _random.Next(2) == 0 ? OnCovers.Self : OnCovers.Subtree, []));
            }
        }

        EdgeKind[] kinds = [.. Vocabulary.Edges.Where(rule => rule.Use is EdgeUse.Walked or EdgeUse.WalkedWhenAsked).Select(rule => rule.Kind), EdgeKind.Holds, EdgeKind.Holds, EdgeKind.Holds, EdgeKind.Authenticates, EdgeKind.Uses];
        for (int i = _random.Next(6, 26); i > 0; i--)
        {
            Join(Pick(kinds));
        }
    }

    private void AddAccountability()
    {
        if (_random.Next(3) == 0)
        {
            string gone = Node("gone", NodeKinds.Identity, null, (PropertyNames.Known, "false"));
            Add(new(EdgeKind.CanAssume, gone, Pick(Records.Nodes.FindAll(node => (node.Kinds & NodeKinds.Identity) != 0)).Key, Certainty.Declared) { Validity = Validity.Never });
        }

        EdgeKind[] kinds = [EdgeKind.Created, EdgeKind.Owns, EdgeKind.Owns, EdgeKind.PartOf, EdgeKind.InTeam, EdgeKind.SessionOf, EdgeKind.ReportsTo];
        for (int i = _random.Next(2, 18); i > 0; i--)
        {
            Join(Pick(kinds));
        }

        GraphNode[] people = [.. Records.Nodes.Where(node => node.Kinds == NodeKinds.Human)], hubs = [.. Records.Nodes.Where(node => node.Kinds == NodeKinds.Entitlement)];
        if (people.Length > 0 && hubs.Length > 0 && _random.Next(3) == 0)
        {
            Edge(EdgeKind.Created, Pick(people).Key, Pick(hubs).Key, null);
        }
    }

    private void Join(EdgeKind kind)
    {
        EdgeRule rule = Vocabulary.RuleOf(kind);
        NodeKinds wanted = kind is EdgeKind.Owns ? NodeKinds.Identity | NodeKinds.Application | NodeKinds.Credential : kind is EdgeKind.Created or EdgeKind.PartOf ? NodeKinds.Identity | NodeKinds.Credential | NodeKinds.Consumer : NodeKinds.None;
        GraphNode[] tails = [.. Records.Nodes.Where(node => (node.Kinds & rule.From) != 0 && (kind != EdgeKind.PartOf || (node.Kinds & wanted) != 0))];
        GraphNode[] heads = [.. Records.Nodes.Where(node => (node.Kinds & rule.To) != 0 && (kind is not (EdgeKind.Owns or EdgeKind.Created) || (node.Kinds & wanted) != 0))];
        if (tails.Length > 0 && heads.Length > 0)
        {
            Edge(kind, Pick(tails).Key, Pick(heads).Key, null);
        }
    }

    private void Edge(EdgeKind kind, string from, string to, OnTarget? on)
    {
        bool owns = kind == EdgeKind.Owns && _random.Next(4) > 0;
        Add(new(kind, from, to, _random.Next(3) > 0 ? Certainty.Proved : (Certainty)_random.Next(4))
        {
            On = on,
            Assumptions = _random.Next(8) == 0 ? ["NOT_READ"] : [],
            Validity = _random.Next(12) switch { 0 => Validity.Never, 1 => new(0, Now), 2 => new(Now, long.MaxValue), _ => Validity.Always },
            Properties = owns ? GraphNode.NoProperties.Add(PropertyNames.Role, Pick(["business", "technical", "escalation"])) : GraphNode.NoProperties,
        });
    }

    private void Add(GraphEdge edge) => Records.Edges.TryAdd(edge.Key, edge);

    private string Node(string key, NodeKinds kinds, string? scope, params (string Name, string? Value)[] properties)
    {
        ImmutableSortedDictionary<string, string> all = GraphNode.NoProperties.AddRange(
            properties.Append((PropertyNames.Scope, scope)).Where(property => property.Item2 is not null).Select(property => KeyValuePair.Create(property.Item1, property.Item2!)));
        Records.Nodes.Add(new(key, kinds, key, all));
        return key;
    }

    private string? Maybe(string value, int oneOf = 3) => _random.Next(oneOf) == 0 ? value : null;

    private string? Date() => _random.Next(2) == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(Now + _random.Next(-4, 3) * 10_000_000L).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];
}
