using System.Runtime.CompilerServices;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Csr;

/// <summary>What analysis relies on and the vocabulary demands; a graph that breaks it is not built.</summary>
internal static class GraphChecks
{
    /// <exception cref="ArgumentException">ON or CONTAINS does not join what it may, or an entitlement that covers resources has no capability.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Check(GraphContent content)
    {
        int[] on = content.Offsets[EdgeBlock.On];
        int[] evidence = content.Offsets[EdgeBlock.Evidence];
        for (int node = 0; node < content.Keys.Count; node++)
        {
            if (on[node] != on[node + 1] && (!Is(content, node, NodeKinds.Entitlement) || content.Capabilities[node] == GraphContent.NoCapability))
            {
                throw new ArgumentException($"'{content.Keys.Text(node)}' covers resources but is no entitlement with a capability.");
            }

            for (int edge = on[node]; edge < on[node + 1]; edge++)
            {
                MustBeResource(content, content.Heads[edge]);
            }

            for (int edge = evidence[node]; edge < evidence[node + 1] && EdgeBlock.KindOf(EdgeBlock.Evidence, content.Flags[edge]) == EdgeKind.Contains; edge++)
            {
                MustBeResource(content, node);
                MustBeResource(content, content.Heads[edge]);
            }
        }
    }

    private static void MustBeResource(GraphContent content, int node)
    {
        if (!Is(content, node, NodeKinds.Resource))
        {
            throw new ArgumentException($"'{content.Keys.Text(node)}' is covered or contained but is no resource.");
        }
    }

    private static bool Is(GraphContent content, int node, NodeKinds kind) => ((NodeKinds)content.Kinds[node] & kind) != 0;
}
