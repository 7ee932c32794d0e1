using System.Buffers;
using NhiGraph.Graph.Csr;

namespace NhiGraph.Graph.Paths;

/// <summary>The least number of steps from every node to a goal, blocked nodes ignored: what a search may prune by. One reverse breadth-first pass, O(V+E).</summary>
internal sealed class GoalDistances : IDisposable
{
    /// <summary>No goal is reached from here.</summary>
    internal const int Never = int.MaxValue;

    private readonly int[] _distances;

    internal GoalDistances(AccessGraph graph, PathGoal goal, WalkRule rule)
    {
        _distances = ArrayPool<int>.Shared.Rent(Math.Max(1, graph.NodeCount));
        _distances.AsSpan(0, graph.NodeCount).Fill(Never);
        List<int> level = Seed(goal.Nodes, 0);
        List<int> hubs = [.. goal.Hubs];
        for (int distance = 0; level.Count > 0 || hubs.Count > 0; distance++)
        {
            List<int> further = [];
            foreach (int node in level)
            {
                foreach (AccessEdge edge in graph.In(node))
                {
                    if (_distances[edge.From] == Never && rule.Walks(edge, out _))
                    {
                        _distances[edge.From] = distance + 1;
                        further.Add(edge.From);
                    }
                }
            }

            // A hub is one step, its ON edge, from a goal.
            if (distance == 0)
            {
                further.AddRange(Seed(hubs, 1));
                hubs = [];
            }

            level = further;
        }
    }

    internal int this[int node] => _distances[node];

    private List<int> Seed(IEnumerable<int> nodes, int distance)
    {
        var seeded = new List<int>();
        foreach (int node in nodes)
        {
            if (_distances[node] == Never)
            {
                _distances[node] = distance;
                seeded.Add(node);
            }
        }

        return seeded;
    }

    public void Dispose() => ArrayPool<int>.Shared.Return(_distances);
}
