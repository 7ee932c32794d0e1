using NhiGraph.Graph.Csr;

namespace NhiGraph.Graph.Reach;

internal sealed partial class Closure
{
    /// <summary>
    /// Against the edges. The seeds are hubs that cover a start: they are one ON edge away, which distance counts and the most depth does not. A node that leads in
    /// both ways at one distance counts as leading in through ON, for from there the walk may go one edge further; so each layer has those first.
    /// </summary>
    internal void Reverse(ReadOnlySpan<int> starts, ReadOnlySpan<HubSeed> seeds, EdgeFilter filter, int maxDepth)
    {
        IsReversed = true;
        Begin(starts);
        int split = 0;
        for (int depth = 0; ; depth++)
        {
            int start = LayerStart(depth);
            int end = tail;
            if (depth == 0)
            {
                AddSeeds(seeds, filter);
            }
            else if (depth - 1 < maxDepth)
            {
                ExpandReverse(start, split, filter, throughOn: 1);
            }

            int nextSplit = tail;
            if (depth < maxDepth)
            {
                ExpandReverse(split, end, filter, throughOn: 0);
            }

            if (split > start && split < end)
            {
                SortEntries(start, end);
            }

            if (tail == end)
            {
                return;
            }

            BeginLayer(end);
            SortEntries(end, nextSplit);
            SortEntries(nextSplit, tail);
            split = nextSplit;
        }
    }

    private void AddSeeds(ReadOnlySpan<HubSeed> seeds, EdgeFilter filter)
    {
        foreach (HubSeed seed in seeds)
        {
            if (seed.Level >= filter.Floor)
            {
                certainties |= 1u << seed.Level;
                Visit(seed.Hub, 1);
            }
        }
    }

    private void ExpandReverse(int start, int end, EdgeFilter filter, uint throughOn)
    {
        EdgeBlock walked = graph.Blocks[EdgeBlock.Walked];
        int first = tail;
        Expand(start, end, walked.ReverseOffsets, walked.Sources, walked.ReverseFlags, walked.EdgeIds, filter);
        foreach (ref ulong entry in queue.AsSpan(first, tail - first))
        {
            entry = entry & ~(ulong)uint.MaxValue | throughOn;
        }
    }
}
