using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using Xunit;

namespace NhiGraph.Storage.Contract;

/// <summary>Random runs and queries over few keys, so that everything is opened, changed, closed and reopened often. The same seed makes the same runs.</summary>
#pragma warning disable CA5394 // reproducible, not secret
public sealed class RandomRuns(int seed)
{
    private static readonly string[] Names = ["deploy", "Deploy", "DEPLOY-ci", "backup", "é", "É", "ß", "κλειδί", "ΚΛΕΙΔΊ", "\U0001f680", "", "a b"];
    private static readonly string[] Values = ["production", "Production", "staging", "", "2026-01-01T00:00:00Z", "2025-01-01T00:00:00Z", "\ue000", "\U00010000"];
    private static readonly string[] Properties = ["environment", "email", "fingerprint", "lastUsedAt"];
    private static readonly string[] Texts = ["deploy", "D", "e", "É", "ss", "key:7", "7", "production", "κλειδ", "\U0001f680", "none of them", " "];
    private static readonly NodeKinds[] Kinds = [NodeKinds.Identity, NodeKinds.Resource, NodeKinds.Identity | NodeKinds.Resource, NodeKinds.Credential];

    /// <summary>8 in the short form, 200 where NHIGRAPH_LONG is set.</summary>
    public static TheoryData<int> Seeds { get; } = [.. All];

    /// <inheritdoc cref="Seeds"/>
    internal static IEnumerable<int> All => Enumerable.Range(1, Environment.GetEnvironmentVariable("NHIGRAPH_LONG") is null ? 8 : 200);

    private readonly Random _random = new(seed);

    /// <summary>One run as a few batches; a key comes once a run.</summary>
    public RunChanges[] Next()
    {
        GraphNode[] nodes = [.. Some(12).Select(key => Node($"key:{key}"))];
        Fact[] facts = [.. Some(12).Select(key => Contract.Some.Fact($"f{key}", $"{_random.Next(3)}", dataset: $"d{key % 3}", scope: $"s{key % 2}"))];
        Assertion[] assertions = [.. Some(12).Select(key => Contract.Some.Assertion(Node($"key:{key}"), Contract.Some.Fact($"f{key % 4}"), $"s{key % 2}", _random.Next(3)))];
        DerivedEdge[] edges = [.. Some(36).Select(Edge)];
        JoinTerm[] terms = [.. Some(8).Select(key => new JoinTerm($"s{key % 2}", (JoinSide)(key % 2), $"k{key % 3}", $"{key}"))];
        int[] cut = [Cut(nodes), Cut(facts), Cut(assertions), Cut(edges), Cut(terms)];
        RunChanges[] batches =
        [
            new() { Nodes = [.. nodes[..cut[0]]], FactsRemoved = [.. facts[cut[1]..].Select(fact => fact.Id)], Edges = [.. edges[..cut[3]]] },
            new() { Facts = [.. facts[..cut[1]]], AssertionsRemoved = [.. assertions[cut[2]..].Select(assertion => assertion.Id)], Terms = [.. terms[..cut[4]]] },
            new() { NodesRemoved = [.. nodes[cut[0]..].Select(node => node.Key)], Assertions = [.. assertions[..cut[2]]] },
            new() { EdgesRemoved = [.. edges[cut[3]..].Select(edge => edge.Id)], TermsRemoved = [.. terms[cut[4]..]] },
        ];
        _random.Shuffle(batches);
        return batches;
    }

    public NodeQuery Query() => new()
    {
        Kinds = _random.Next(2) == 0 ? NodeKinds.None : Pick(Kinds),
        Text = _random.Next(2) == 0 ? null : Pick(Texts),
        Order = new NodeOrder(_random.Next(2) == 0 ? null : Pick(Properties), _random.Next(2) == 0),
        Where = [.. Enumerable.Range(0, _random.Next(3)).Select(_ => Filter())],
        First = 1 + _random.Next(12),
    };

    private PropertyFilter Filter() => new(Pick(Properties), [.. Enumerable.Range(0, _random.Next(3)).Select(_ => _random.Next(4) == 0 ? null : Pick(Values))],
        _random.Next(4) == 0 ? Pick(Values) : null, _random.Next(4) == 0 ? Pick(Values) : null);

    private GraphNode Node(string key) => Contract.Some.Node(key, Pick(Names), Pick(Kinds), [.. Properties.Where(_ => _random.Next(2) == 0).Select(property => (property, Pick(Values)))]);

    /// <summary>Few ends and qualifiers, two owners: parallel, shared and self edges are common; each key is another edge key.</summary>
    private DerivedEdge Edge(int key)
    {
        GraphEdge edge = Contract.Some.Edge($"key:{key % 3}", $"key:{key / 3 % 3}", EdgeKind.Yields, (Certainty)_random.Next(4)) with
        {
            Technique = key < 18 ? null : "t",
            Validity = _random.Next(3) == 0 ? new Validity(_random.Next(5), long.MaxValue) : Validity.Always,
            Assumptions = _random.Next(3) == 0 ? ["A"] : [],
        };
        return Contract.Some.Derived(edge, $"s{key / 9 % 2}", $"statement {_random.Next(2)}");
    }

    private int[] Some(int of) => [.. Enumerable.Range(0, of).Where(_ => _random.Next(3) == 0)];

    private int Cut<T>(T[] of) => (of.Length * 2 / 3) + _random.Next((of.Length / 3) + 1);

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];
}
