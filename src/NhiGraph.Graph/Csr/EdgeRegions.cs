using System.Runtime.CompilerServices;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Csr;

/// <summary>
/// Edges put together by use and by neighbouring tails, so that all that follows happens in the processor's cache. Where a region begins among the rows, its edges begin in the graph.
/// Share by share of the list on all cores; within a region rows stand in the order of the list. O(V + E).
/// </summary>
internal sealed class EdgeRegions
{
    private const int TailBits = 12;

    private EdgeRegions(int blockLength, EdgeRow[] rows, int[] starts, int[] detailed)
    {
        BlockLength = blockLength;
        Rows = rows;
        Starts = starts;
        Detailed = detailed;
    }

    /// <summary>The most tails of a region.</summary>
    internal static int Tails => 1 << TailBits;

    /// <summary>How many regions a use has.</summary>
    internal int BlockLength { get; }

    internal EdgeRow[] Rows { get; }

    /// <summary>Where each region begins, use by use, and the last one ends.</summary>
    internal int[] Starts { get; }

    /// <summary>How many edges with details stand before each region, and in all.</summary>
    internal int[] Detailed { get; }

    /// <summary>The first node that may be a tail in a region.</summary>
    internal int FirstTail(int region) => region % BlockLength << TailBits;

    internal static EdgeRegions Of(EdgeList list, int nodes)
    {
        int blockLength = (nodes >> TailBits) + 1;
        int[] firstOfKind = [.. Vocabulary.Edges.Select(rule => EdgeBlock.BlockOf(rule.Kind) * blockLength)];
        var places = new int[SharePlaces.Shares][];
        var detailed = new int[SharePlaces.Shares][];
        Parallel.For(0, SharePlaces.Shares, share =>
        {
            places[share] = new int[EdgeBlock.Count * blockLength];
            detailed[share] = new int[EdgeBlock.Count * blockLength];
            Count(list, ShareOf(list, share), firstOfKind, places[share], detailed[share]);
        });
        int[] starts = SharePlaces.Of(places);
        EdgeRow[] rows = LargeArray.Uninitialized<EdgeRow>(list.Count);
        Parallel.For(0, SharePlaces.Shares, share => Scatter(list, ShareOf(list, share), firstOfKind, places[share], rows));
        return new EdgeRegions(blockLength, rows, starts, SharePlaces.Of(detailed));
    }

    private static Range ShareOf(EdgeList list, int share)
    {
        long edges = list.Count;
        return (int)(edges * share / SharePlaces.Shares)..(int)(edges * (share + 1) / SharePlaces.Shares);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count(EdgeList list, Range share, int[] firstOfKind, int[] counts, int[] detailed)
    {
        for (int edge = share.Start.Value; edge < share.End.Value; edge++)
        {
            int region = firstOfKind[list.Kinds[edge]] + (list.Tails[edge] >> TailBits);
            counts[region]++;
            detailed[region] += list.Details[edge] != 0 ? 1 : 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scatter(EdgeList list, Range share, int[] firstOfKind, int[] next, EdgeRow[] rows)
    {
        for (int edge = share.Start.Value; edge < share.End.Value; edge++)
        {
            int tail = list.Tails[edge];
            byte kind = list.Kinds[edge];
            rows[next[firstOfKind[kind] + (tail >> TailBits)]++] = new EdgeRow(tail & Tails - 1, kind, list.Heads[edge], list.Flags[edge], list.Details[edge]);
        }
    }
}
