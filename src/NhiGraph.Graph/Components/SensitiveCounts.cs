using System.Collections.Concurrent;
using NhiGraph.Graph.Csr;

namespace NhiGraph.Graph.Components;

/// <summary>Counts the sensitive resources that each component reaches: block by block of resources, on all cores.</summary>
internal static class SensitiveCounts
{
    /// <summary>A block is 512 resources: one cache line a component.</summary>
    internal const int BlockWords = 8;

    /// <returns>Per component how many it reaches; and the nodes that are among what they reach themselves.</returns>
    internal static (int[] Counts, HashSet<int> OfThemselves) Of(Condensation condensation, HubRanges hubs, int blockWords)
    {
        AccessGraph graph = condensation.Graph;
        var counts = new int[condensation.Count];
        var themselves = new ConcurrentBag<int>();
        int[] before = graph.Sums.Sensitive;
        List<(int Component, int From, int Until)>[] seeds = Seeds(condensation, hubs, before, blockWords * 64);
        if (seeds.Length == 0)
        {
            return (counts, []);
        }

        (int[] predecessors, int[] offsets) = condensation.Reversed();
        int[] resources = [.. Enumerable.Range(0, graph.Tree.Nodes.Length).Where(position => before[position + 1] > before[position]).Select(position => graph.Tree.Nodes[position])];
        Parallel.For(
            0,
            seeds.Length,
            () => new SensitiveBlock(condensation, predecessors, offsets, blockWords),
            (block, _, work) =>
            {
                work.Spread(seeds[block]);
                for (int at = block * blockWords * 64; at < Math.Min(resources.Length, (block + 1) * blockWords * 64); at++)
                {
                    if (work.Reaches(condensation.ComponentOf(resources[at]), at - block * blockWords * 64))
                    {
                        themselves.Add(resources[at]);
                    }
                }

                work.Forget();
                return work;
            },
            work => work.AddTo(counts));
        return (counts, [.. themselves]);
    }

    /// <summary>By block: which components have an entitlement over which of its resources.</summary>
    private static List<(int Component, int From, int Until)>[] Seeds(Condensation condensation, HubRanges hubs, int[] before, int block)
    {
        var seeds = new List<(int Component, int From, int Until)>[(before[^1] + block - 1) / block];
        for (int at = 0; at < seeds.Length; at++)
        {
            seeds[at] = [];
        }

        for (int hub = 0; hub < hubs.Count; hub++)
        {
            int component = condensation.ComponentOf(hubs.HubAt(hub));
            foreach (PositionRange range in hubs.RangesAt(hub))
            {
                int until = before[range.End];
                for (int from = before[range.Start]; from < until;)
                {
                    int at = from / block;
                    int end = Math.Min(until, (at + 1) * block);
                    seeds[at].Add((component, from - at * block, end - at * block));
                    from = end;
                }
            }
        }

        return seeds;
    }
}
