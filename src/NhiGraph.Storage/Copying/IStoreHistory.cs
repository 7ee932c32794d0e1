using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Copying;

/// <summary>
/// All that a store ever held, as it stood when this was opened, read with constant memory. Each reading can be made as often as one likes, one at a time. What no version
/// ever showed (opened and closed by one run) is left out.
/// </summary>
public interface IStoreHistory : IDisposable
{
    /// <summary>Published and abandoned runs, oldest first.</summary>
    IEnumerable<Run> Runs();

    /// <summary>Facts; those of one key one after another, oldest first.</summary>
    IEnumerable<Interval<Fact>> Facts();

    /// <summary>Assertions; those of one node one after another.</summary>
    IEnumerable<Interval<Assertion>> Assertions();

    /// <summary>Nodes; those of one key one after another, oldest first.</summary>
    IEnumerable<Interval<GraphNode>> Nodes();

    /// <summary>What owners stated of edges; that of one edge one after another.</summary>
    IEnumerable<Interval<DerivedEdge>> Edges();

    IEnumerable<Interval<JoinTerm>> Terms();
}
