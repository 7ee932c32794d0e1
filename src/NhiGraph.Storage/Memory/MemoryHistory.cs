using NhiGraph.Graph.Model;
using NhiGraph.Storage.Copying;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Memory;

/// <summary>A copy of all intervals, taken under the store's lock.</summary>
internal sealed class MemoryHistory(MemoryTables tables, MemoryRuns runs) : IStoreHistory
{
    private readonly Run[] _runs = [.. runs.All];
    private readonly Interval<Fact>[] _facts = [.. tables.Facts.All()];
    private readonly Interval<Assertion>[] _assertions = [.. tables.Assertions.All().OrderBy(assertion => assertion.Value.Node.Key, StringComparer.Ordinal)];
    private readonly Interval<GraphNode>[] _nodes = [.. tables.Nodes.All()];
    private readonly Interval<DerivedEdge>[] _edges = [.. tables.Edges.All().OrderBy(edge => edge.Value.Edge.Key)];
    private readonly Interval<JoinTerm>[] _terms = [.. tables.Terms.All()];

    public IEnumerable<Run> Runs() => _runs;

    public IEnumerable<Interval<Fact>> Facts() => _facts;

    public IEnumerable<Interval<Assertion>> Assertions() => _assertions;

    public IEnumerable<Interval<GraphNode>> Nodes() => _nodes;

    public IEnumerable<Interval<DerivedEdge>> Edges() => _edges;

    public IEnumerable<Interval<JoinTerm>> Terms() => _terms;

    public void Dispose()
    {
    }
}
