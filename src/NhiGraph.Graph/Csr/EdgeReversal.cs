using System.Buffers;
using System.Runtime.CompilerServices;

namespace NhiGraph.Graph.Csr;

/// <summary>
/// Turns the edges of one use round: by head instead of by tail. They are put together by neighbouring heads first, share by share, and then region by region in place, all on all cores,
/// so that the jumping about happens in the processor's cache. O(V + E); the outcome does not depend on the number of cores.
/// </summary>
internal static class EdgeReversal
{
    private const int HeadBits = 12;
    private const int Heads = 1 << HeadBits;

    internal static EdgeBlock Of(int[] offsets, int[] heads, byte[] flags)
    {
        int nodes = offsets.Length - 1;
        int edges = offsets[nodes] - offsets[0];
        var block = new EdgeBlock
        {
            Offsets = offsets,
            ReverseOffsets = LargeArray.Uninitialized<int>(nodes + 1),
            Sources = LargeArray.Uninitialized<int>(edges),
            EdgeIds = LargeArray.Uninitialized<int>(edges),
            ReverseFlags = LargeArray.Uninitialized<byte>(edges),
        };
        ushort[] headsInRegion = LargeArray.Uninitialized<ushort>(edges);
        int[] starts = IntoRegions(block, heads, headsInRegion);
        Parallel.For(0, starts.Length - 1, region => Sort(block, starts[region], headsInRegion.AsSpan(starts[region]..starts[region + 1]), region << HeadBits, flags));
        block.ReverseOffsets[nodes] = edges;
        return block;
    }

    /// <summary>Tails and edge ids by region, each by ascending id. Tells where regions begin and the last one ends.</summary>
    private static int[] IntoRegions(EdgeBlock block, int[] heads, ushort[] headsInRegion)
    {
        int[] offsets = block.Offsets;
        int regions = (offsets.Length - 1 >> HeadBits) + 1;
        int[] firstTails = [.. Enumerable.Range(0, SharePlaces.Shares + 1).Select(share => FirstTail(offsets, share))];
        var places = new int[SharePlaces.Shares][];
        Parallel.For(0, SharePlaces.Shares, share =>
        {
            places[share] = new int[regions];
            Count(heads.AsSpan(offsets[firstTails[share]]..offsets[firstTails[share + 1]]), places[share]);
        });
        int[] starts = SharePlaces.Of(places);
        Parallel.For(0, SharePlaces.Shares, share => Scatter(block, firstTails[share], firstTails[share + 1], heads, places[share], headsInRegion));
        return starts;
    }

    /// <summary>Of a share of about as many edges as any other: the first node whose edges begin there or later.</summary>
    private static int FirstTail(int[] offsets, int share)
    {
        long edges = offsets[^1] - offsets[0];
        int at = Array.BinarySearch(offsets, offsets[0] + (int)(edges * share / SharePlaces.Shares));
        return share == SharePlaces.Shares ? offsets.Length - 1 : at < 0 ? ~at : at;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count(ReadOnlySpan<int> heads, int[] counts)
    {
        foreach (int head in heads)
        {
            counts[head >> HeadBits]++;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scatter(EdgeBlock block, int tail, int end, int[] heads, int[] next, ushort[] headsInRegion)
    {
        int[] offsets = block.Offsets;
        int[] sources = block.Sources;
        int[] ids = block.EdgeIds;
        for (; tail < end; tail++)
        {
            for (int edge = offsets[tail]; edge < offsets[tail + 1]; edge++)
            {
                int head = heads[edge];
                int slot = next[head >> HeadBits]++;
                sources[slot] = tail;
                ids[slot] = edge;
                headsInRegion[slot] = (ushort)(head & Heads - 1);
            }
        }
    }

    /// <summary>A counting sort of a region by head, out of a copy that the cache holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sort(EdgeBlock block, int start, ReadOnlySpan<ushort> headsInRegion, int firstHead, byte[] flags)
    {
        int[] next = ArrayPool<int>.Shared.Rent(Heads);
        next.AsSpan(0, Heads).Clear();
        foreach (ushort head in headsInRegion)
        {
            next[head]++;
        }

        Span<int> offsets = block.ReverseOffsets.AsSpan(firstHead, Math.Min(Heads, block.ReverseOffsets.Length - 1 - firstHead));
        int slot = start;
        for (int head = 0; head < offsets.Length; head++)
        {
            offsets[head] = slot;
            slot += next[head];
            next[head] = offsets[head];
        }

        int length = headsInRegion.Length;
        (int[] tails, int[] ids) = (ArrayPool<int>.Shared.Rent(length), ArrayPool<int>.Shared.Rent(length));
        block.Sources.AsSpan(start, length).CopyTo(tails);
        block.EdgeIds.AsSpan(start, length).CopyTo(ids);
        for (int i = 0; i < length; i++)
        {
            int place = next[headsInRegion[i]]++;
            block.Sources[place] = tails[i];
            block.EdgeIds[place] = ids[i];
            block.ReverseFlags[place] = flags[ids[i]];
        }

        ArrayPool<int>.Shared.Return(ids);
        ArrayPool<int>.Shared.Return(tails);
        ArrayPool<int>.Shared.Return(next);
    }
}
