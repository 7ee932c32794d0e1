using System.Collections.Immutable;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Graph.Paths;

/// <summary>
/// All simple paths from any of some nodes to any of others, shortest first and of equals the least in edge order, found one at a time.
/// A target that is a resource is also reached through a hub's ON. No node is met twice, so a start is no target of itself.
/// </summary>
/// <remarks>
/// Yen's enumeration in Lawler's form: what is left after a path is split into branches that do not overlap. A branch waits with a lower bound
/// and is searched only when its turn comes, in a corridor cut by the distances to the targets. Not for several threads at once.
/// </remarks>
public sealed class SimplePaths : IDisposable
{
    private readonly AccessGraph _graph;
    private readonly PathBounds _bounds;
    private readonly WalkRule _rule;
    private readonly GoalDistances _distances;
    private readonly BranchSearch _search;
    private readonly PriorityQueue<PathBranch, PathBranch> _waiting = new(PathBranchOrder.Instance);
    private AccessPath? _current;

    public SimplePaths(AccessGraph graph, IEnumerable<int> from, IEnumerable<int> to, TraversalOptions options, PathBounds? bounds = null)
    {
        _graph = graph;
        _bounds = bounds ?? PathBounds.Default;
        _rule = new(graph, options, options.Certainty);
        PathGoal goal = PathGoals.Any(graph, to, options, options.Certainty);
        var filter = new EdgeFilter(graph.Content);
        filter.Use(options, options.Certainty);
        _distances = new(graph, goal, filter);
        _search = new(graph, goal, _distances, filter, options.MaxDepth);
        foreach (int start in from.Distinct())
        {
            if (_distances[start] != GoalDistances.Never)
            {
                ImmutableHashSet<int> excluded = goal.IsNode(start) ? [PathBranch.EndHere] : [];
                Wait(new() { Start = start, Edges = [], PrefixLength = 0, Excluded = excluded, Bound = Math.Max(1, _distances[start]) });
            }
        }
    }

    /// <summary>The path last found.</summary>
    public AccessPath Current => _current ?? throw new InvalidOperationException("MoveNext has not found a path.");

    /// <summary>A bound was hit: there may be more paths than were found.</summary>
    public bool Truncated { get; private set; }

    /// <summary>Finds the next path; false when there is none, or a bound was hit.</summary>
    public bool MoveNext(CancellationToken cancellation = default)
    {
        _current = null;
        while (!Truncated && _waiting.TryDequeue(out PathBranch? branch, out _))
        {
            cancellation.ThrowIfCancellationRequested();
            if (branch.IsSolved)
            {
                Split(branch);
                _current = PathOf(branch);
                return true;
            }

            if (_search.Advance(branch))
            {
                Wait(branch);
            }

            Truncated |= _search.Scanned > _bounds.MaxScannedEdges;
        }

        return false;
    }

    public void Dispose()
    {
        _search.Dispose();
        _distances.Dispose();
    }

    private void Wait(PathBranch branch)
    {
        if (_waiting.Count >= _bounds.MaxWaiting)
        {
            Truncated = true;
            return;
        }

        _waiting.Enqueue(branch, branch);
    }

    /// <summary>Splits what is left of a branch without its best path: for each node of that path, the paths that leave it there.</summary>
    private void Split(PathBranch branch)
    {
        ImmutableArray<int> edges = branch.Best;
        for (int at = branch.PrefixLength; at <= edges.Length; at++)
        {
            bool first = at == branch.PrefixLength;
            ImmutableHashSet<int> excluded = first ? branch.Excluded : [];
            ImmutableHashSet<(int, int)> links = first ? branch.ExcludedLinks : [];
            if (at < edges.Length)
            {
                excluded = excluded.Add(edges[at]);
            }
            else if (branch.Link is { } link)
            {
                links = links.Add((link.Edge, link.Resource));
            }
            else
            {
                excluded = excluded.Add(PathBranch.EndHere);
            }

            Wait(new() { Start = branch.Start, Edges = edges, PrefixLength = at, Excluded = excluded, ExcludedLinks = links, Bound = branch.Bound });
        }
    }

    private AccessPath PathOf(PathBranch branch)
    {
        ImmutableArray<PathStep>.Builder steps = ImmutableArray.CreateBuilder<PathStep>(branch.Bound);
        foreach (int id in branch.Best)
        {
            AccessEdge edge = _graph.EdgeAt(id);
            steps.Add(new(id, edge.From, edge.To, edge.Kind, _rule.Effective(edge)));
        }

        if (branch.Link is { } link)
        {
            steps.Add(PathGoal.StepOf(link, _graph.EdgeAt(link.Edge)));
        }

        return AccessPath.Of(_graph, steps.MoveToImmutable());
    }
}
