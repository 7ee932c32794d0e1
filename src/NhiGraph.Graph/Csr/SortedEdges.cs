using System.Buffers;
using System.Runtime.CompilerServices;

namespace NhiGraph.Graph.Csr;

/// <summary>Edges in the order of their keys, use by use, as the arrays that a graph keeps.</summary>
internal sealed class SortedEdges
{
    /// <summary>The most edges that a graph can have: what an array of rows holds.</summary>
    internal const int MostEdges = 500_000_000;

    private const int InsertionSortMost = 24;

    private SortedEdges(int nodes, int edges, int detailed)
    {
        Offsets = [LargeArray.Uninitialized<int>(nodes + 1), LargeArray.Uninitialized<int>(nodes + 1), LargeArray.Uninitialized<int>(nodes + 1)];
        Heads = LargeArray.Uninitialized<int>(edges);
        Flags = LargeArray.Uninitialized<byte>(edges);
        DetailedEdges = LargeArray.Uninitialized<int>(detailed);
        DetailIds = LargeArray.Uninitialized<int>(detailed);
    }

    internal int[][] Offsets { get; }

    internal int[] Heads { get; }

    internal byte[] Flags { get; }

    internal int[] DetailedEdges { get; }

    internal int[] DetailIds { get; }

    /// <summary>O(V + E log degree), region by region on all cores; the outcome does not depend on their number.</summary>
    internal static SortedEdges Sort(EdgeList list, int nodes, IReadOnlyList<EdgeDetails> details)
    {
        EdgeRegions regions = EdgeRegions.Of(list, nodes);
        var sorted = new SortedEdges(nodes, list.Count, regions.Detailed[^1]);
        var comparison = new ParallelEdgeOrder(details);
        Parallel.For(0, regions.Starts.Length - 1, region =>
        {
            ReadOnlySpan<EdgeRow> unsorted = regions.Rows.AsSpan(regions.Starts[region]..regions.Starts[region + 1]);
            EdgeRow[] rows = ArrayPool<EdgeRow>.Shared.Rent(unsorted.Length);
            int firstTail = regions.FirstTail(region);
            Span<int> offsets = sorted.Offsets[region / regions.BlockLength].AsSpan(firstTail, Math.Min(EdgeRegions.Tails, nodes - firstTail));
            SortRegion(unsorted, regions.Starts[region], offsets, comparison, rows.AsSpan(0, unsorted.Length));
            sorted.Place(rows.AsSpan(0, unsorted.Length), regions.Starts[region], regions.Detailed[region]);
            ArrayPool<EdgeRow>.Shared.Return(rows);
        });
        for (int block = 0; block < EdgeBlock.Count; block++)
        {
            sorted.Offsets[block][nodes] = regions.Starts[(block + 1) * regions.BlockLength];
        }

        return sorted;
    }

    /// <summary>A counting sort by tail, which tells the offsets too; then tail by tail.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SortRegion(ReadOnlySpan<EdgeRow> unsorted, int start, Span<int> offsets, ParallelEdgeOrder comparison, Span<EdgeRow> sorted)
    {
        int[] next = ArrayPool<int>.Shared.Rent(EdgeRegions.Tails);
        next.AsSpan(0, EdgeRegions.Tails).Clear();
        foreach (ref readonly EdgeRow row in unsorted)
        {
            next[row.Tail]++;
        }

        int place = 0;
        for (int tail = 0; tail < offsets.Length; tail++)
        {
            int degree = next[tail];
            next[tail] = place;
            offsets[tail] = start + place;
            place += degree;
        }

        foreach (ref readonly EdgeRow row in unsorted)
        {
            sorted[next[row.Tail]++] = row;
        }

        int first = 0;
        for (int tail = 0; tail < offsets.Length; tail++)
        {
            if (next[tail] - first > 1)
            {
                SortTail(sorted[first..next[tail]]);
                comparison.SortParallel(sorted[first..next[tail]]);
            }

            first = next[tail];
        }

        ArrayPool<int>.Shared.Return(next);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SortTail(Span<EdgeRow> rows)
    {
        if (rows.Length > InsertionSortMost)
        {
            rows.Sort(static (left, right) => left.Order.CompareTo(right.Order));
            return;
        }

        for (int i = 1; i < rows.Length; i++)
        {
            EdgeRow row = rows[i];
            int place = i;
            for (; place > 0 && rows[place - 1].Order > row.Order; place--)
            {
                rows[place] = rows[place - 1];
            }

            rows[place] = row;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Place(ReadOnlySpan<EdgeRow> rows, int edge, int detailed)
    {
        foreach (ref readonly EdgeRow row in rows)
        {
            Heads[edge] = row.Head;
            Flags[edge] = row.Flags;
            if (row.Details != 0)
            {
                DetailedEdges[detailed] = edge;
                DetailIds[detailed++] = row.Details;
            }

            edge++;
        }
    }
}
