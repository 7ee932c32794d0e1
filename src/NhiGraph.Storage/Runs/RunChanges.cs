using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Storage.Runs;

/// <summary>
/// One batch of what a run changes. A put of what is already open with equal content changes nothing; with other content it closes the old
/// interval and opens a new one. A removal of what is not open changes nothing. Batches of one run may come in any order, but a key comes once a run.
/// </summary>
public sealed record RunChanges
{
    public ImmutableArray<Fact> Facts { get; init; } = [];

    public ImmutableArray<FactKey> FactsRemoved { get; init; } = [];

    public ImmutableArray<Assertion> Assertions { get; init; } = [];

    public ImmutableArray<AssertionKey> AssertionsRemoved { get; init; } = [];

    /// <summary>Merged nodes; who asserts them is in <see cref="Assertions"/>.</summary>
    public ImmutableArray<GraphNode> Nodes { get; init; } = [];

    public ImmutableArray<string> NodesRemoved { get; init; } = [];

    /// <summary>Each is one owner's statement of an edge: another owner's of the same edge stays as it is.</summary>
    public ImmutableArray<DerivedEdge> Edges { get; init; } = [];

    public ImmutableArray<DerivedEdgeKey> EdgesRemoved { get; init; } = [];

    public ImmutableArray<JoinTerm> Terms { get; init; } = [];

    public ImmutableArray<JoinTerm> TermsRemoved { get; init; } = [];

    /// <summary>How many things are put or removed.</summary>
    public int Count => Facts.Length + FactsRemoved.Length + Assertions.Length + AssertionsRemoved.Length + Nodes.Length + NodesRemoved.Length
        + Edges.Length + EdgesRemoved.Length + Terms.Length + TermsRemoved.Length;
}
