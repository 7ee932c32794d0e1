using System.Buffers;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Graph.Paths;

/// <summary>The least number of steps from every node to a goal, blocked nodes ignored: what a search may prune by. One reverse breadth-first pass, O(V+E).</summary>
internal sealed class GoalDistances : IDisposable
{
    /// <summary>No goal is reached from here.</summary>
    internal const int Never = int.MaxValue;

    private readonly int[] _distances;

    internal GoalDistances(AccessGraph graph, PathGoal goal, EdgeFilter filter)
    {
        _distances = ArrayPool<int>.Shared.Rent(Math.Max(1, graph.NodeCount));
        _distances.AsSpan(0, graph.NodeCount).Fill(Never);
        List<int> queue = [];
        Seed(goal.Nodes, 0, queue);
        for (int next = 0, distance = 0; next < queue.Count || distance == 0; distance++)
        {
            int levelEnd = queue.Count;
            for (; next < levelEnd; next++)
            {
                AddTails(graph, queue[next], distance + 1, filter, queue);
            }

            // A hub is one step, its ON edge, from a goal.
            if (distance == 0)
            {
                Seed(goal.Hubs, 1, queue);
            }
        }
    }

    internal int this[int node] => _distances[node];

    private void AddTails(AccessGraph graph, int node, int distance, EdgeFilter filter, List<int> queue)
    {
        EdgeBlock walked = graph.Blocks[EdgeBlock.Walked];
        for (int slot = walked.ReverseOffsets[node]; slot < walked.ReverseOffsets[node + 1]; slot++)
        {
            int tail = walked.Sources[slot];
            if (_distances[tail] == Never && filter.Walks(walked.ReverseFlags[slot], walked.EdgeIds[slot]))
            {
                _distances[tail] = distance;
                queue.Add(tail);
            }
        }
    }

    private void Seed(IEnumerable<int> nodes, int distance, List<int> queue)
    {
        foreach (int node in nodes)
        {
            if (_distances[node] == Never)
            {
                _distances[node] = distance;
                queue.Add(node);
            }
        }
    }

    public void Dispose() => ArrayPool<int>.Shared.Return(_distances);
}
