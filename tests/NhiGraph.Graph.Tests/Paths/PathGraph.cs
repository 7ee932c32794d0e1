using System.Collections.Immutable;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Tests.Paths;

/// <summary>A small random graph as plain records, with all that makes paths hard: cycles, parallel edges of different certainty, inactive and conditional edges, nested containers, excepts.</summary>
internal sealed class PathGraph
{
    internal const long Now = 1_000;

    private static readonly string[] Globs = ["a/*", "a/b", "b", "*", "a/?"];
    private static readonly ResourceType[] ResourceTypes = [ResourceType.Account, ResourceType.Service, ResourceType.Bucket, ResourceType.Secret, ResourceType.Function, ResourceType.Role, ResourceType.Other];
    private static readonly Capability[] Capabilities = [Capability.ReadData, Capability.WriteData, Capability.Administer];

    internal List<GraphNode> Nodes { get; } = [];

    internal Dictionary<EdgeKey, GraphEdge> Edges { get; } = [];

    internal AccessGraph Build()
    {
        var builder = new AccessGraphBuilder();
        Nodes.ForEach(builder.Add);
        foreach (GraphEdge edge in Edges.Values)
        {
            builder.Add(edge);
        }

        return builder.Build("test");
    }

    /// <param name="most">Of nodes that are walked; every simple path is tried, so keep it small where paths are asked.</param>
    internal static PathGraph Random(Random random, int most = 9)
    {
        var graph = new PathGraph();
        int walked = random.Next(4, most);
        for (int i = 0; i < walked; i++)
        {
            NodeKinds kinds = random.Next(10) switch
            {
                0 => NodeKinds.Human,
                1 => NodeKinds.Credential,
                2 => NodeKinds.Consumer,
                3 => NodeKinds.Group,
                4 => random.Next(3) switch { 0 => NodeKinds.Consumer | NodeKinds.Resource, 1 => NodeKinds.Consumer | NodeKinds.Identity, _ => NodeKinds.Identity | NodeKinds.Resource },
                5 or 6 => NodeKinds.Identity,
                _ => NodeKinds.Entitlement,
            };
            graph.Nodes.Add(Node(random, $"n{i}", kinds));
        }

        int resources = random.Next(0, Math.Max(4, most / 2));
        for (int i = 0; i < resources; i++)
        {
            graph.Nodes.Add(Node(random, $"r{i}", NodeKinds.Resource));
        }

        if (random.Next(3) == 0)
        {
            graph.Nodes[^1] = new(random.Next(2) == 0 ? WellKnownKeys.Anyone : WellKnownKeys.AnyAuthenticated, NodeKinds.Identity, "anyone", GraphNode.NoProperties);
        }

        graph.Contain(random);
        int wanted = graph.Edges.Count + random.Next(3, 4 * walked);
        for (int i = 0; i < 40 * walked && graph.Edges.Count < wanted; i++)
        {
            graph.Connect(random);
        }

        return graph;
    }

    private static GraphNode Node(Random random, string key, NodeKinds kinds)
    {
        ImmutableSortedDictionary<string, string> properties = GraphNode.NoProperties;
        if (random.Next(5) > 0)
        {
            properties = properties.Add(PropertyNames.Scope, $"scope-{random.Next(3)}");
        }

        if (random.Next(3) > 0)
        {
            properties = properties.Add(PropertyNames.Environment, random.Next(2) == 0 ? "prod" : "test");
        }

        if (kinds == NodeKinds.Entitlement)
        {
            properties = properties.Add(PropertyNames.Capability, Capabilities[random.Next(Capabilities.Length)].Text());
        }

        if ((kinds & NodeKinds.Resource) != 0)
        {
            properties = properties
                .Add(PropertyNames.ResourceType, ResourceTypes[random.Next(ResourceTypes.Length)].Text())
                .Add(PropertyNames.Sensitivity, ((Sensitivity)random.Next(5)).Text());
        }

        return new(key, kinds, key, properties);
    }

    private void Contain(Random random)
    {
        List<GraphNode> resources = [.. Nodes.Where(node => (node.Kinds & NodeKinds.Resource) != 0)];
        for (int i = 1; i < resources.Count; i++)
        {
            if (random.Next(3) > 0)
            {
                Add(new(EdgeKind.Contains, resources[random.Next(i)].Key, resources[i].Key, Certainty.Proved));
            }
        }
    }

    private void Connect(Random random)
    {
        bool collected = random.Next(4) == 0;
        GraphNode from = Pick(random, collected ? NodeKinds.Entitlement : (NodeKinds)0x1FF);
        GraphNode to = Pick(random, collected ? NodeKinds.Resource : random.Next(3) == 0 ? NodeKinds.Entitlement : (NodeKinds)0x1FF);
        List<EdgeKind> kinds = [.. Enum.GetValues<EdgeKind>().Where(kind => kind <= EdgeKind.On && Vocabulary.MayJoin(kind, from.Kinds, to.Kinds))];
        if (kinds.Count == 0)
        {
            return;
        }

        EdgeKind chosen = kinds[random.Next(kinds.Count)];
        var certainty = (Certainty)(random.Next(2) == 0 ? 3 : random.Next(4));
        bool conditional = certainty < Certainty.Proved && random.Next(3) == 0;
        Add(new(chosen, from.Key, to.Key, certainty)
        {
            Technique = random.Next(4) == 0 ? $"t{random.Next(2)}" : null,
            Conditions = conditional ? [new("aws:SourceVpc", "StringEquals", [$"vpc-{random.Next(2)}"], "from a network")] : [],
            Assumptions = random.Next(5) == 0 ? ["NOT_READ"] : [],
            Validity = random.Next(8) switch { 0 => Validity.Never, 1 => new(0, Now), 2 => new(Now, long.MaxValue), _ => Validity.Always },
            On = chosen == EdgeKind.On ? Target(random) : null,
        });
    }

    /// <summary>A node of one of the kinds, or any where there is none.</summary>
    private GraphNode Pick(Random random, NodeKinds kinds)
    {
        List<GraphNode> fitting = [.. Nodes.Where(node => (node.Kinds & kinds) != 0)];
        return fitting.Count > 0 ? fitting[random.Next(fitting.Count)] : Nodes[random.Next(Nodes.Count)];
    }

    private static OnTarget Target(Random random)
    {
        OnEffect effect = random.Next(4) == 0 ? OnEffect.Except : OnEffect.Allow;
        return random.Next(4) switch
        {
            0 => OnTarget.Part(effect, Globs.Where(_ => random.Next(3) == 0).Append(Globs[random.Next(Globs.Length)]).Distinct()),
            1 => new(effect, OnCovers.Self, []),
            _ => new(effect, OnCovers.Subtree, []),
        };
    }

    private void Add(GraphEdge edge) => Edges.TryAdd(edge.Key, edge);
}
