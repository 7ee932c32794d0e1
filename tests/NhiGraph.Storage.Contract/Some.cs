using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Contract;

/// <summary>Small stored things for tests.</summary>
public static class Some
{
    public const string Scope = "aws:111111111111";

    public static DateTimeOffset Time { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static Fact Fact(string key, string content = "{}", string dataset = "iam-roles", string scope = Scope, string source = "aws") =>
        new(new FactKey(source, scope, dataset, key), content, $"export.json#/{key}");

    public static GraphNode Node(string key, string? name = null, NodeKinds kinds = NodeKinds.Identity, params (string Name, string Value)[] properties) =>
        new(key, kinds, name ?? key, GraphNode.NoProperties.AddRange(properties.Select(property => KeyValuePair.Create(property.Name, property.Value))));

    public static Assertion Assertion(GraphNode node, Fact fact, string owner = Scope, int weight = 2) => new(node, fact.Id, owner, weight);

    public static GraphEdge Edge(string from, string to, EdgeKind kind = EdgeKind.CanAssume, Certainty certainty = Certainty.Proved) => new(kind, from, to, certainty);

    public static DerivedEdge Derived(GraphEdge edge, string owner = Scope, string statement = "policy p, statement 1", string fact = "f") =>
        new(edge, owner, [[new Support(Fact(fact).Id, null, statement, "/Statement/0")]]);

    public static DatasetRun Dataset(DatasetState state, string dataset = "iam-roles", string source = "aws", string scope = Scope, int facts = 1) => new(source, scope, dataset, state, facts);

    /// <summary>Nodes with one fact each that asserts them, as derive would make them.</summary>
    public static RunChanges Nodes(params GraphNode[] nodes)
    {
        ImmutableArray<Fact> facts = [.. nodes.Select(node => Fact(node.Key))];
        return new RunChanges { Facts = facts, Nodes = [.. nodes], Assertions = [.. nodes.Zip(facts, (node, fact) => Assertion(node, fact))] };
    }

    /// <summary>A graph of identities and CAN_ASSUME edges between them, one "from to" a text.</summary>
    public static RunChanges Graph(params string[] edges)
    {
        string[][] ends = [.. edges.Select(edge => edge.Split(' '))];
        return Nodes([.. ends.SelectMany(pair => pair).Distinct().Select(key => Node(key))]) with { Edges = [.. ends.Select(pair => Derived(Edge(pair[0], pair[1])))] };
    }
}
