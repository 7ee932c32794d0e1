using System.Collections.Immutable;
using NhiGraph.Analysis.Answers;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Paths;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Analysis.Paths;

/// <summary>The simple paths between two sets of nodes, shortest first, found as far as they are asked for. Not for several threads at once.</summary>
public sealed class PathsAnswer : IDisposable
{
    private readonly SimplePaths _paths;
    private readonly List<AccessPath> _found = [];
    private bool _ended;

    private PathsAnswer(AccessGraph graph, Starts from, Starts to, TraversalOptions options, PathBounds? bounds)
    {
        Graph = graph;
        From = from;
        To = to;
        _paths = new(graph, from.Nodes, to.Nodes, options, bounds);
    }

    public AccessGraph Graph { get; }

    public Starts From { get; }

    public Starts To { get; }

    /// <summary>A bound on the work was hit: there may be more paths than can be given.</summary>
    public bool Truncated => _paths.Truncated;

    public static PathsAnswer Of(AccessGraph graph, IEnumerable<string> from, IEnumerable<string> to, TraversalOptions options, PathBounds? bounds = null) =>
        new(graph, Starts.Of(graph, from), Starts.Of(graph, to), options, bounds);

    /// <summary>Some paths after others; fewer than asked for when there are no more. The same question always counts them the same way.</summary>
    /// <param name="skip">How many paths to pass over; they have to be found all the same.</param>
    /// <param name="take">How many to give.</param>
    /// <param name="hasMore">At least one more path follows.</param>
    public ImmutableArray<AccessPath> Page(int skip, int take, out bool hasMore, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        while (!_ended && _found.Count <= (long)skip + take)
        {
            if (_paths.MoveNext(cancellation))
            {
                _found.Add(_paths.Current);
            }
            else
            {
                _ended = true;
            }
        }

        hasMore = _found.Count > (long)skip + take;
        return [.. _found.Skip(skip).Take(take)];
    }

    public void Dispose() => _paths.Dispose();
}
