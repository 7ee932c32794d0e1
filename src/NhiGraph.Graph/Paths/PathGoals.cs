using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Graph.Paths;

/// <summary>Goals as questions put them.</summary>
internal static class PathGoals
{
    /// <summary>Any of these nodes, walked to; those that are resources also collected.</summary>
    internal static PathGoal Any(AccessGraph graph, IEnumerable<int> targets, TraversalOptions options, Certainty floor)
    {
        var goal = new PathGoal();
        foreach (int target in targets.Distinct())
        {
            goal.AddNode(target);
            if ((graph.KindsOf(target) & NodeKinds.Resource) != 0)
            {
                Add(goal, graph, target, options.Capabilities, options, floor, among: null);
            }
        }

        goal.Seal();
        return goal;
    }

    /// <summary>One resource, collected.</summary>
    internal static PathGoal Collected(AccessGraph graph, int resource, CapabilitySet capabilities, TraversalOptions options, Certainty floor, Predicate<int>? among)
    {
        var goal = new PathGoal();
        Add(goal, graph, resource, capabilities, options, floor, among);
        goal.Seal();
        return goal;
    }

    private static void Add(PathGoal goal, AccessGraph graph, int resource, CapabilitySet capabilities, TraversalOptions options, Certainty floor, Predicate<int>? among)
    {
        foreach (ResourceLink link in ResourceLinks.Of(graph, resource, capabilities, options, floor, among))
        {
            goal.Add(link);
        }
    }
}
