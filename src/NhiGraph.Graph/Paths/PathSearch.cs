using System.Collections.Immutable;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Graph.Paths;

/// <summary>Finds the one path to show: shortest or strongest, from any of several starts. Of equals the least in edge order is taken, so the answer is always the same.</summary>
public sealed class PathSearch(AccessGraph graph, TraversalOptions options)
{
    /// <summary>A path to a node by walked edges; null when there is none, or the node is a start.</summary>
    /// <remarks>O(V+E) for each certainty tried, at most four; ends at the first hit.</remarks>
    public AccessPath? ToNode(IReadOnlyCollection<int> starts, int node, PathOrder order = PathOrder.Shortest)
    {
        if (starts.Contains(node))
        {
            return null;
        }

        return Best(order, floor =>
        {
            var goal = new PathGoal();
            goal.AddNode(node);
            return Search(starts, goal, floor);
        });
    }

    /// <summary>A path to a resource through a hub whose ON covers it, excepts honoured; null when there is none. It may meet the resource itself on the way, as an identity or consumer.</summary>
    /// <param name="capability">Only through hubs of this capability; null means any of the options.</param>
    /// <param name="among">True at least of all hubs that the starts reach, where that is known: hubs of which it is false are not looked at.</param>
    public AccessPath? ToResource(IReadOnlyCollection<int> starts, int resource, Capability? capability = null, PathOrder order = PathOrder.Shortest, Predicate<int>? among = null)
    {
        CapabilitySet capabilities = capability is { } one ? CapabilitySet.Of(one) : options.Capabilities;
        return Best(order, floor => Search(starts, PathGoals.Collected(graph, resource, capabilities, options, floor, among), floor));
    }

    /// <summary>A path to any of some nodes, walked to or, where they are resources, collected: the first of <see cref="SimplePaths"/>. Null when there is none, or the start is one of them.</summary>
    public AccessPath? ToAny(int start, IReadOnlyCollection<int> targets, PathOrder order = PathOrder.Shortest) =>
        targets.Contains(start) ? null : Best(order, floor => Search([start], PathGoals.Any(graph, targets, options, floor), floor));

    private AccessPath? Best(PathOrder order, Func<Certainty, AccessPath?> search)
    {
        if (order == PathOrder.Shortest)
        {
            return search(options.Certainty);
        }

        for (int floor = (int)Certainty.Proved; floor >= (int)options.Certainty; floor--)
        {
            if (search((Certainty)floor) is { } path)
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>
    /// Breadth first; the queue keeps every level in the order of its paths' edges, so the first hit is the least of the shortest.
    /// A hub's ON is queued after its walked edges, as ON edges come after them in edge order.
    /// </summary>
    private AccessPath? Search(IEnumerable<int> starts, PathGoal goal, Certainty floor)
    {
        if (goal.Hubs.Count == 0 && goal.Nodes.Count == 0)
        {
            return null;
        }

        var filter = new EdgeFilter(graph.Content);
        filter.Use(options, floor);
        using PathScratch scratch = PathScratch.Rent(graph.NodeCount);
        foreach (int start in starts.Order())
        {
            if (scratch.Visit(start, -1))
            {
                scratch.Queue.Add(start);
            }
        }

        int levelEnd = scratch.Queue.Count;
        for (int next = 0, depth = 0; next < scratch.Queue.Count; next++)
        {
            if (next == levelEnd)
            {
                depth++;
                levelEnd = scratch.Queue.Count;
            }

            int node = scratch.Queue[next];
            if (node < 0)
            {
                return Path(scratch, ~node, goal.LinksOf(~node)![0]);
            }

            if (depth > 0 && goal.IsNode(node))
            {
                return Path(scratch, node, null);
            }

            if (depth < options.MaxDepth)
            {
                Expand(node, filter, scratch);
            }

            if (goal.LinksOf(node) is not null)
            {
                scratch.Queue.Add(~node);
            }
        }

        return null;
    }

    private void Expand(int node, EdgeFilter filter, PathScratch scratch)
    {
        int[] offsets = graph.Content.Offsets[EdgeBlock.Walked];
        for (int edge = offsets[node]; edge < offsets[node + 1]; edge++)
        {
            if (filter.Walks(edge) && scratch.Visit(graph.Heads[edge], edge))
            {
                scratch.Queue.Add(graph.Heads[edge]);
            }
        }
    }

    private AccessPath Path(PathScratch scratch, int last, ResourceLink? link)
    {
        var rule = new WalkRule(graph, options, options.Certainty);
        var steps = new List<PathStep>();
        if (link is { } on)
        {
            steps.Add(PathGoal.StepOf(on, graph.EdgeAt(on.Edge)));
        }

        for (int edgeId = scratch.ParentOf(last); edgeId >= 0;)
        {
            AccessEdge edge = graph.EdgeAt(edgeId);
            steps.Add(new(edge.Id, edge.From, edge.To, edge.Kind, rule.Effective(edge)));
            edgeId = scratch.ParentOf(edge.From);
        }

        steps.Reverse();
        return AccessPath.Of(graph, steps.ToImmutableArray());
    }
}
