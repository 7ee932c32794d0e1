using System.Collections.Immutable;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Analysis.BlastRadius;

/// <summary>Which parts of a resource a walk reached.</summary>
internal static class ReachedParts
{
    /// <summary>The parts that reached hubs give, together; empty where one gives the whole.</summary>
    internal static ImmutableArray<string> Of(ReachWorkspace reach, int resource)
    {
        if (!IsGivenInParts(reach, resource))
        {
            return [];
        }

        var parts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (ResourceLink link in ResourceLinks.Of(reach.Graph, resource, reach.Options, IsReached))
        {
            if (link.Parts.IsEmpty)
            {
                return [];
            }

            parts.UnionWith(link.Parts);
        }

        return [.. parts];

        bool IsReached(int hub) => reach.DistanceOf(hub) >= 0;
    }

    /// <summary>Only an ON edge that names the resource itself can give a part of it; containers, that many entitlements name, need not be looked at.</summary>
    private static bool IsGivenInParts(ReachWorkspace reach, int resource)
    {
        AccessGraph graph = reach.Graph;
        foreach (AccessEdge edge in graph.TargetedBy(resource))
        {
            if (reach.DistanceOf(edge.From) >= 0 && graph.OnOf(edge.Id) is { Covers: OnCovers.Parts, Effect: OnEffect.Allow })
            {
                return true;
            }
        }

        return false;
    }
}
