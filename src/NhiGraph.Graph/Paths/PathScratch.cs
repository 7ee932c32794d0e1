using System.Collections.Concurrent;

namespace NhiGraph.Graph.Paths;

/// <summary>Pooled arrays of one search: who was visited, from which edge, and the queue. Visits are forgotten in O(1) by counting up an epoch.</summary>
internal sealed class PathScratch : IDisposable
{
    private static readonly ConcurrentBag<PathScratch> Pool = [];

    private uint[] _visited = [];
    private int[] _parents = [];
    private uint _epoch;

    internal List<int> Queue { get; } = [];

    internal static PathScratch Rent(int nodes)
    {
        if (!Pool.TryTake(out PathScratch? scratch))
        {
            scratch = new();
        }

        if (scratch._visited.Length < nodes)
        {
            scratch._visited = new uint[nodes];
            scratch._parents = new int[nodes];
            scratch._epoch = 0;
        }

        scratch.Forget();
        return scratch;
    }

    /// <summary>Starts a new search.</summary>
    internal void Forget()
    {
        if (++_epoch == 0)
        {
            Array.Clear(_visited);
            _epoch = 1;
        }

        Queue.Clear();
    }

    /// <summary>Marks a node; false when it was marked before.</summary>
    internal bool Visit(int node, int parentEdge)
    {
        if (_visited[node] == _epoch)
        {
            return false;
        }

        _visited[node] = _epoch;
        _parents[node] = parentEdge;
        return true;
    }

    internal bool IsVisited(int node) => _visited[node] == _epoch;

    /// <summary>The edge it was visited by; -1 for where the search began.</summary>
    internal int ParentOf(int node) => _parents[node];

    public void Dispose() => Pool.Add(this);
}
