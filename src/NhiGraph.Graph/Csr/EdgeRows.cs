using System.Buffers;

namespace NhiGraph.Graph.Csr;

/// <summary>
/// Puts edges in order of tail, kind, head and qualifier: first into buckets of neighbouring tails, so that all that follows happens in the processor's cache,
/// then bucket by bucket, on all cores. O(V + E log degree); the outcome does not depend on the number of cores.
/// </summary>
internal static class EdgeRows
{
    private const int TailsOfABucketBits = 12;
    private const int TailsOfABucket = 1 << TailsOfABucketBits;
    private const int InsertionSortMost = 24;

    internal static int BucketCount(int nodes) => (nodes >> TailsOfABucketBits) + 1;

    internal static EdgeRow[] Sort(EdgeList list, int nodes, IReadOnlyList<EdgeDetails> details, out int[] bucketStarts)
    {
        int[] starts = StartsOf(list, nodes);
        EdgeRow[] rows = IntoBuckets(list, starts);
        var comparison = new ParallelEdgeOrder(details);
        Parallel.For(0, starts.Length - 1, bucket => SortBucket(rows.AsSpan(starts[bucket]..starts[bucket + 1]), bucket << TailsOfABucketBits, comparison));
        bucketStarts = starts;
        return rows;
    }

    private static int[] StartsOf(EdgeList list, int nodes)
    {
        var starts = new int[BucketCount(nodes) + 1];
        foreach (int tail in list.Tails.AsSpan(0, list.Count))
        {
            starts[(tail >> TailsOfABucketBits) + 1]++;
        }

        for (int bucket = 1; bucket < starts.Length; bucket++)
        {
            starts[bucket] += starts[bucket - 1];
        }

        return starts;
    }

    private static EdgeRow[] IntoBuckets(EdgeList list, int[] starts)
    {
        EdgeRow[] rows = LargeArray.Uninitialized<EdgeRow>(list.Count);
        int[] next = [.. starts];
        for (int edge = 0; edge < rows.Length; edge++)
        {
            int tail = list.Tails[edge];
            rows[next[tail >> TailsOfABucketBits]++] = new EdgeRow(tail, list.Heads[edge], list.Kinds[edge], list.Flags[edge], list.Details[edge]);
        }

        return rows;
    }

    private static void SortBucket(Span<EdgeRow> rows, int firstTail, ParallelEdgeOrder comparison)
    {
        int[] next = ArrayPool<int>.Shared.Rent(TailsOfABucket + 1);
        EdgeRow[] scratch = ArrayPool<EdgeRow>.Shared.Rent(rows.Length);
        next.AsSpan(0, TailsOfABucket + 1).Clear();
        foreach (ref readonly EdgeRow row in rows)
        {
            next[row.Tail - firstTail + 1]++;
        }

        for (int tail = 0; tail < TailsOfABucket; tail++)
        {
            next[tail + 1] += next[tail];
        }

        foreach (ref readonly EdgeRow row in rows)
        {
            scratch[next[row.Tail - firstTail]++] = row;
        }

        int start = 0;
        for (int tail = 0; tail < TailsOfABucket; tail++)
        {
            SortTail(scratch.AsSpan(start, next[tail] - start), comparison);
            start = next[tail];
        }

        scratch.AsSpan(0, rows.Length).CopyTo(rows);
        ArrayPool<EdgeRow>.Shared.Return(scratch);
        ArrayPool<int>.Shared.Return(next);
    }

    private static void SortTail(Span<EdgeRow> rows, ParallelEdgeOrder comparison)
    {
        if (rows.Length > InsertionSortMost)
        {
            rows.Sort(static (left, right) => left.Order.CompareTo(right.Order));
        }
        else
        {
            for (int i = 1; i < rows.Length; i++)
            {
                EdgeRow row = rows[i];
                ulong order = row.Order;
                int place = i;
                for (; place > 0 && rows[place - 1].Order > order; place--)
                {
                    rows[place] = rows[place - 1];
                }

                rows[place] = row;
            }
        }

        comparison.SortParallel(rows);
    }
}
