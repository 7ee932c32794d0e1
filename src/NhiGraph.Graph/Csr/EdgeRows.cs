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
    private const int Shares = 8;

    /// <summary>Share by share of the list on all cores; within a bucket rows stand in the order of the list.</summary>
    internal static EdgeRow[] IntoBuckets(EdgeList list, int nodes, out int[] starts)
    {
        int buckets = (nodes >> TailsOfABucketBits) + 1;
        int shareLength = list.Count / Shares + 1;
        var places = new int[Shares][];
        Parallel.For(0, Shares, share => places[share] = CountsOf(ShareOf(list.Tails.AsSpan(0, list.Count), share, shareLength), buckets));
        starts = ToPlaces(places, buckets);
        EdgeRow[] rows = LargeArray.Uninitialized<EdgeRow>(list.Count);
        Parallel.For(0, Shares, share =>
        {
            int[] next = places[share];
            int end = Math.Min(list.Count, (share + 1) * shareLength);
            for (int edge = share * shareLength; edge < end; edge++)
            {
                int tail = list.Tails[edge];
                rows[next[tail >> TailsOfABucketBits]++] = new EdgeRow(tail, list.Heads[edge], list.Kinds[edge], list.Flags[edge], list.Details[edge]);
            }
        });
        return rows;
    }

    private static ReadOnlySpan<int> ShareOf(ReadOnlySpan<int> tails, int share, int length) =>
        tails[Math.Min(tails.Length, share * length)..Math.Min(tails.Length, (share + 1) * length)];

    private static int[] CountsOf(ReadOnlySpan<int> tails, int buckets)
    {
        var counts = new int[buckets];
        foreach (int tail in tails)
        {
            counts[tail >> TailsOfABucketBits]++;
        }

        return counts;
    }

    /// <summary>Turns each share's counts into where its rows of a bucket begin, and tells where each bucket begins and the last one ends.</summary>
    private static int[] ToPlaces(int[][] counts, int buckets)
    {
        var starts = new int[buckets + 1];
        int place = 0;
        for (int bucket = 0; bucket < buckets; bucket++)
        {
            starts[bucket] = place;
            foreach (int[] share in counts)
            {
                int count = share[bucket];
                share[bucket] = place;
                place += count;
            }
        }

        starts[buckets] = place;
        return starts;
    }

    /// <summary>The rows of a bucket in order; <paramref name="sorted"/> is as long as they are.</summary>
    internal static void SortBucket(ReadOnlySpan<EdgeRow> rows, int bucket, ParallelEdgeOrder comparison, Span<EdgeRow> sorted)
    {
        int firstTail = bucket << TailsOfABucketBits;
        int[] next = ArrayPool<int>.Shared.Rent(TailsOfABucket + 1);
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
            sorted[next[row.Tail - firstTail]++] = row;
        }

        int start = 0;
        for (int tail = 0; tail < TailsOfABucket; tail++)
        {
            SortTail(sorted[start..next[tail]], comparison);
            start = next[tail];
        }

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
