using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Drafts;

/// <summary>Collects what one derivation makes, in any order; what comes out is sorted. One assertion for each fact and node, one edge for each edge key with all its alternatives.</summary>
internal sealed class GraphDraft(string owner)
{
    private sealed record EdgeDraft(GraphEdge Edge, List<ImmutableArray<Support>> Alternatives);

    private readonly Dictionary<(FactKey Fact, string Node), Assertion> assertions = [];
    private readonly Dictionary<EdgeKey, EdgeDraft> edges = [];
    private readonly HashSet<JoinTerm> terms = [];
    private readonly HashSet<Problem> problems = [];

    /// <param name="weight">2 for a listing, 1 for a mention with detail, 0 for a bare name.</param>
    internal void Node(FactKey fact, string key, NodeKinds kinds, string name, int weight, params ReadOnlySpan<(string Name, string? Value)> properties)
    {
        ImmutableSortedDictionary<string, string>.Builder bag = GraphNode.NoProperties.ToBuilder();
        foreach ((string property, string? value) in properties)
        {
            if (value is not null)
            {
                bag[property] = value;
            }
        }

        Node(fact, new GraphNode(key, kinds, name, bag.ToImmutable()), weight);
    }

    internal void Node(FactKey fact, GraphNode node, int weight)
    {
        if (assertions.TryGetValue((fact, node.Key), out Assertion? known))
        {
            (Assertion heavy, GraphNode light) = weight > known.Weight ? (new Assertion(node, fact, owner, weight), known.Node) : (known, node);
            ImmutableSortedDictionary<string, string>.Builder merged = heavy.Node.Properties.ToBuilder();
            foreach ((string name, string value) in light.Properties)
            {
                merged.TryAdd(name, value);
            }

            assertions[(fact, node.Key)] = heavy with { Node = new(node.Key, heavy.Node.Kinds | light.Kinds, heavy.Node.Name, merged.ToImmutable()) };
            return;
        }

        assertions.Add((fact, node.Key), new(node, fact, owner, weight));
    }

    /// <summary>Adds an edge, or another alternative to it; the stronger statement of it stays.</summary>
    internal void Edge(GraphEdge edge, params ImmutableArray<Support> alternative)
    {
        EdgeKey key = edge.Key;
        if (!edges.TryGetValue(key, out EdgeDraft? draft))
        {
            edges.Add(key, new(edge, [alternative]));
            return;
        }

        if (edge.Validity != draft.Edge.Validity && edge.Certainty == draft.Edge.Certainty && !edge.Validity.Disabled && !draft.Edge.Validity.Disabled)
        {
            if (Stretch.Either(edge.Validity, draft.Edge.Validity) is not { } either)
            {
                // Two stretches of time are not one: the later one says its own as a condition.
                Edge(edge with { Certainty = (Certainty)Math.Min((int)edge.Certainty, (int)Certainty.Conditional), Conditions = [.. edge.Conditions.Concat(Stretch.Condition(edge.Validity)).OrderBy(condition => condition.Key, StringComparer.Ordinal)] }, alternative);
                return;
            }

            (edge, draft) = (edge with { Validity = either }, draft with { Edge = draft.Edge with { Validity = either } });
            edges[key] = draft;
        }

        if (Stronger(edge, draft.Edge))
        {
            edges[key] = draft = draft with { Edge = edge };
        }

        if (!draft.Alternatives.Exists(known => known.SequenceEqual(alternative)))
        {
            draft.Alternatives.Add(alternative);
        }
    }

    /// <summary>Repeats the edges by which a role is taken, with another head. Self-edges are left out.</summary>
    internal void CopyInto(string head, string newHead, Support why)
    {
        EdgeDraft[] copied = [.. edges.Values.Where(draft => draft.Edge.To == head && draft.Edge.From != newHead && draft.Edge.From != head && draft.Edge.Kind is EdgeKind.CanAssume or EdgeKind.Yields or EdgeKind.Authenticates)];
        foreach (EdgeDraft draft in copied)
        {
            foreach (ImmutableArray<Support> alternative in draft.Alternatives)
            {
                Edge(draft.Edge with { To = newHead }, [.. alternative, why]);
            }
        }
    }

    /// <summary>The edges of a kind as they stand so far, with all that says each.</summary>
    internal IEnumerable<(GraphEdge Edge, IReadOnlyList<ImmutableArray<Support>> Alternatives)> Drawn(EdgeKind kind) => edges.Values.Where(draft => draft.Edge.Kind == kind).Select(draft => (draft.Edge, (IReadOnlyList<ImmutableArray<Support>>)draft.Alternatives));

    /// <summary>The nodes of these kinds as they stand so far.</summary>
    internal IEnumerable<GraphNode> Merged(NodeKinds kinds) => assertions.Values.Where(assertion => (assertion.Node.Kinds & kinds) != 0).GroupBy(assertion => assertion.Node.Key, StringComparer.Ordinal).Select(NodeMerge.Merge);

    /// <summary>Keys of the nodes of any of these kinds that are more than named by something.</summary>
    internal IEnumerable<string> Stated(NodeKinds kinds) => assertions.Values.Where(assertion => assertion.Weight > 0 && (assertion.Node.Kinds & kinds) != 0).Select(assertion => assertion.Node.Key).Distinct(StringComparer.Ordinal);

    internal void Term(JoinSide side, string joinKey, string content) => terms.Add(new(owner, side, joinKey, content));

    internal void Problem(Problem problem) => problems.Add(problem);

    internal DerivedScope ToScope() => new(
        owner,
        [.. assertions.Values.OrderBy(a => a.Node.Key, StringComparer.Ordinal).ThenBy(a => a.Fact.Source, StringComparer.Ordinal).ThenBy(a => a.Fact.Scope, StringComparer.Ordinal)
            .ThenBy(a => a.Fact.Dataset, StringComparer.Ordinal).ThenBy(a => a.Fact.Key, StringComparer.Ordinal)],
        [.. edges.OrderBy(pair => pair.Key).Select(pair => new DerivedEdge(pair.Value.Edge, owner, [.. pair.Value.Alternatives.OrderBy(Text, StringComparer.Ordinal)]))],
        [.. terms.OrderBy(t => t.JoinKey, StringComparer.Ordinal).ThenBy(t => t.Side).ThenBy(t => t.Content, StringComparer.Ordinal)],
        [.. problems.OrderBy(p => p.Code, StringComparer.Ordinal).ThenBy(p => p.Locator, StringComparer.Ordinal).ThenBy(p => p.Statement, StringComparer.Ordinal)]);

    private static bool Stronger(GraphEdge edge, GraphEdge than) =>
        edge.Certainty != than.Certainty ? edge.Certainty > than.Certainty
        : edge.Validity.Disabled != than.Validity.Disabled ? than.Validity.Disabled
        : edge.Assumptions.Length < than.Assumptions.Length;

    private static string Text(ImmutableArray<Support> alternative) =>
        alternative.Length == 1 ? Text(alternative[0]) : string.Join('\u001e', alternative.Select(Text));

    private static string Text(Support support) =>
        $"{support.Fact?.Dataset}\u001f{support.Fact?.Key}\u001f{support.Locator}\u001f{support.Statement}\u001f{support.Edge}";
}
