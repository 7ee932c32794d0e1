using System.Collections.Immutable;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Tests.Estates;

/// <summary>
/// A small random graph of this model, the same for the same seed: shared nodes, diamonds, cycles, self-loops, parallel edges of different certainty, nested containers with
/// second parents and cycles, excepts of self, subtree and parts, edges that are inactive, assumed or EXPOSED_TO.
/// </summary>
internal sealed class RandomEstate
{
    /// <summary>The instant around which validities are made.</summary>
    internal const long Now = 1000;

    private static readonly string[] Globs = ["*", "a/*", "a/b", "a/b*", "b/*", "?/*", "c"];
    private static readonly ResourceType[] Types = [ResourceType.Account, ResourceType.Service, ResourceType.Bucket, ResourceType.Table, ResourceType.Function, ResourceType.Role, ResourceType.Unknown];

    private readonly Random random;
    private readonly Random facts;
    private readonly HashSet<EdgeKey> keys = [];

    private RandomEstate(int seed)
    {
        Seed = seed;
        random = new Random(seed);
        facts = new Random(~seed);
    }

    internal int Seed { get; }

    internal List<GraphNode> Nodes { get; } = [];

    internal List<GraphEdge> Edges { get; } = [];

    internal static RandomEstate Make(int seed)
    {
        var estate = new RandomEstate(seed);
        estate.AddNodes();
        estate.AddEdges();
        return estate;
    }

    /// <summary>The graph of it, built from nodes and edges in random order.</summary>
    internal AccessGraph Build()
    {
        GraphNode[] nodes = [.. Nodes];
        GraphEdge[] edges = [.. Edges];
        random.Shuffle(nodes);
        random.Shuffle(edges);
        var builder = new AccessGraphBuilder();
        foreach (GraphEdge edge in edges)
        {
            builder.Add(edge);
        }

        foreach (GraphNode node in nodes)
        {
            builder.Add(node);
        }

        return builder.Build("random " + Seed);
    }

    /// <summary>One to three nodes, of these kinds where there are any.</summary>
    internal string[] Starts(NodeKinds kinds = (NodeKinds)0x1FF)
    {
        GraphNode[] candidates = [.. Nodes.Where(node => (node.Kinds & kinds) != 0)];
        candidates = candidates.Length == 0 ? [.. Nodes] : candidates;
        return [.. Enumerable.Range(0, random.Next(4) == 0 ? 3 : 1).Select(_ => candidates[random.Next(candidates.Length)].Key)];
    }

    internal Graph.Reach.TraversalOptions Options() => new(Now)
    {
        Certainty = random.Next(2) == 0 ? Certainty.Inferred : (Certainty)random.Next(4),
        Capabilities = random.Next(4) == 0 ? CapabilitySet.Of(Capability.ReadData, Capability.Administer) : default,
        MaxDepth = random.Next(3) == 0 ? random.Next(5) : int.MaxValue,
        IncludeExposedTo = random.Next(3) == 0,
        IncludeInactive = random.Next(3) == 0,
        Strict = random.Next(3) == 0,
    };

    private void AddNodes()
    {
        AddNodes("human", NodeKinds.Human, 3);
        AddNodes("consumer", NodeKinds.Consumer, 4);
        AddNodes("credential", NodeKinds.Credential, 5);
        AddNodes("identity", NodeKinds.Identity, 6);
        AddNodes("group", NodeKinds.Group, 4);
        AddNodes("entitlement", NodeKinds.Entitlement, 8);
        AddNodes("resource", NodeKinds.Resource, 12);
        AddNodes("function", NodeKinds.Resource | NodeKinds.Consumer, 3);
        AddNodes("agent", NodeKinds.Resource | NodeKinds.Identity | NodeKinds.Consumer, 2);
        AddNodes("app", NodeKinds.Application, 2);
    }

    private void AddNodes(string name, NodeKinds kinds, int most)
    {
        for (int i = random.Next(most + 1); i > 0; i--)
        {
            var properties = GraphNode.NoProperties.ToBuilder();
            if ((kinds & NodeKinds.Entitlement) != 0)
            {
                Capability[] capabilities = [Capability.ReadData, Capability.WriteData, Capability.Administer, Capability.List];
                properties[PropertyNames.Capability] = Pick(capabilities).Text();
            }

            if ((kinds & NodeKinds.Resource) != 0)
            {
                properties[PropertyNames.ResourceType] = Pick(Types).Text();
                properties[PropertyNames.Sensitivity] = ((Sensitivity)random.Next(5)).Text();
                properties[PropertyNames.Container] = random.Next(6) == 0 ? "true" : "false";
                properties[PropertyNames.Environment] = random.Next(2) == 0 ? "prod" : "test";
            }

            AddFacts(properties, kinds);
            if (random.Next(3) > 0)
            {
                properties[PropertyNames.Scope] = "scope " + random.Next(3);
            }

            Nodes.Add(new GraphNode($"{name}:{random.Next(10)}{i}", kinds, name, properties.ToImmutable()));
        }
    }

    /// <summary>Of a generator of their own, so that the rest of the estate does not depend on them.</summary>
    private void AddFacts(ImmutableSortedDictionary<string, string>.Builder properties, NodeKinds kinds)
    {
        if ((kinds & NodeKinds.Human) != 0)
        {
            properties[PropertyNames.Status] = ((HumanStatus)facts.Next(4)).Text();
        }

        if ((kinds & NodeKinds.Credential) != 0)
        {
            properties[PropertyNames.Posture] = ((Posture)facts.Next(5)).Text();
        }

        foreach (string flag in (string[])[PropertyNames.Enabled, PropertyNames.Known, PropertyNames.ProviderOwned])
        {
            if (facts.Next(4) == 0)
            {
                properties[flag] = facts.Next(2) == 0 ? "true" : "false";
            }
        }

        foreach (string date in (string[])[PropertyNames.CreatedAt, PropertyNames.LastRotatedAt, PropertyNames.LastUsedAt])
        {
            if (facts.Next(4) == 0)
            {
                properties[date] = $"2024-0{1 + facts.Next(9)}-01T00:00:00Z";
            }
        }
    }

    private void AddEdges()
    {
        int density = random.Next(1, 4);
        foreach (EdgeRule rule in Vocabulary.Edges)
        {
            GraphNode[] tails = [.. Nodes.Where(node => (node.Kinds & rule.From) != 0)];
            GraphNode[] heads = [.. Nodes.Where(node => (node.Kinds & rule.To) != 0)];
            if (tails.Length == 0 || heads.Length == 0)
            {
                continue;
            }

            int most = rule.Kind switch { EdgeKind.On => 6 * density, EdgeKind.Contains => 12, _ when rule.Use == EdgeUse.Evidence => 2, _ => 4 * density };
            for (int i = random.Next(most + 1); i > 0; i--)
            {
                AddEdge(rule.Kind, Pick(tails), Pick(heads));
            }
        }
    }

    private void AddEdge(EdgeKind kind, GraphNode from, GraphNode to)
    {
        if (kind == EdgeKind.Contains && random.Next(12) > 0 && (string.CompareOrdinal(from.Key, to.Key) >= 0 || Edges.Any(edge => edge.Kind == kind && edge.To == to.Key)))
        {
            return;
        }

        Certainty certainty = random.Next(5) < 3 ? Certainty.Proved : (Certainty)random.Next(3);
        var edge = new GraphEdge(kind, from.Key, to.Key, certainty)
        {
            Validity = RandomValidity(),
            Technique = random.Next(8) == 0 ? "technique-" + random.Next(2) : null,
            Conditions = certainty == Certainty.Conditional && random.Next(3) > 0 ? [new Condition("ip", "equals", ["10." + random.Next(2)], "from there")] : [],
            Assumptions = random.Next(6) == 0 ? ["scp-unread"] : [],
            On = kind == EdgeKind.On ? RandomTarget() : null,
        };
        if (keys.Add(edge.Key))
        {
            Edges.Add(edge);
            if (random.Next(6) == 0)
            {
                AddEdge(kind, from, to);
            }
        }
    }

    private Validity RandomValidity() => random.Next(12) switch
    {
        0 => Validity.Never,
        1 => new Validity(long.MinValue, Now),
        2 => new Validity(Now + 1, long.MaxValue),
        3 => new Validity(Now, Now + 1),
        _ => Validity.Always,
    };

    private OnTarget RandomTarget()
    {
        OnEffect effect = random.Next(3) == 0 ? OnEffect.Except : OnEffect.Allow;
        return random.Next(3) switch
        {
            0 => new OnTarget(effect, OnCovers.Self, []),
            1 => new OnTarget(effect, OnCovers.Subtree, []),
            _ => OnTarget.Part(effect, Globs.Where(_ => random.Next(3) == 0).DefaultIfEmpty("a/*")),
        };
    }

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];
}
