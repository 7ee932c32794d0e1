using System.Collections.Immutable;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Analysis.BlastRadius;

/// <summary>What falls to anybody anyway.</summary>
internal static class PublicReach
{
    /// <summary>Resources that the well-known principals reach and the walk does not. O(what is public), which is to be little.</summary>
    internal static ReachBounds Beyond(ReachWorkspace reach, ImmutableArray<int> starts)
    {
        AccessGraph graph = reach.Graph;
        var anyone = new List<int>(2);
        foreach (string key in (ReadOnlySpan<string>)[WellKnownKeys.Anyone, WellKnownKeys.AnyAuthenticated])
        {
            if (graph.TryFind(key, out int node) && !starts.Contains(node))
            {
                anyone.Add(node);
            }
        }

        if (anyone.Count == 0)
        {
            return default;
        }

        int proved = 0;
        int possible = 0;
        using ReachWorkspace open = ReachWorkspace.Rent(graph);
        open.Forward([.. anyone], reach.Options);
        foreach (int node in open.Resources.List(default))
        {
            if (!starts.Contains(node) && !reach.Resources.TryFind(node, out _) && open.Resources.TryFind(node, out ReachedResource resource))
            {
                possible++;
                proved += resource.Proved.IsEmpty ? 0 : 1;
            }
        }

        return new(proved, possible);
    }
}
