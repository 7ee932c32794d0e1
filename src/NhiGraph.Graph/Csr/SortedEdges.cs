using System.Buffers;

namespace NhiGraph.Graph.Csr;

/// <summary>Edges in the order of their keys, use by use, as the arrays that a graph keeps.</summary>
internal sealed class SortedEdges
{
    /// <summary>The most edges that a graph can have: what an array of rows holds.</summary>
    internal const int MostEdges = 500_000_000;

    private SortedEdges(int[][] offsets, int edges)
    {
        Offsets = offsets;
        Heads = LargeArray.Uninitialized<int>(edges);
        Flags = LargeArray.Uninitialized<byte>(edges);
    }

    internal int[][] Offsets { get; }

    internal int[] Heads { get; }

    internal byte[] Flags { get; }

    internal int[] DetailedEdges { get; private set; } = [];

    internal int[] DetailIds { get; private set; } = [];

    internal static SortedEdges Sort(EdgeList list, int nodes, IReadOnlyList<EdgeDetails> details)
    {
        EdgeRow[] rows = EdgeRows.IntoBuckets(list, nodes, out int[] starts);
        var sorted = new SortedEdges(OffsetsOf(rows, starts, nodes), rows.Length);
        int[] detailIds = LargeArray.Uninitialized<int>(rows.Length);
        var comparison = new ParallelEdgeOrder(details);
        Parallel.For(0, starts.Length - 1, bucket =>
        {
            ReadOnlySpan<EdgeRow> unsorted = rows.AsSpan(starts[bucket]..starts[bucket + 1]);
            EdgeRow[] scratch = ArrayPool<EdgeRow>.Shared.Rent(unsorted.Length);
            EdgeRows.SortBucket(unsorted, bucket, comparison, scratch.AsSpan(0, unsorted.Length));
            sorted.Place(scratch.AsSpan(0, unsorted.Length), detailIds);
            ArrayPool<EdgeRow>.Shared.Return(scratch);
        });
        sorted.KeepDetailed(detailIds);
        return sorted;
    }

    /// <summary>No two buckets share a tail, so they count side by side.</summary>
    private static int[][] OffsetsOf(EdgeRow[] rows, int[] bucketStarts, int nodes)
    {
        int[][] offsets = [LargeArray.Of<int>(nodes + 1), LargeArray.Of<int>(nodes + 1), LargeArray.Of<int>(nodes + 1)];
        Parallel.For(0, bucketStarts.Length - 1, bucket =>
        {
            foreach (ref readonly EdgeRow row in rows.AsSpan(bucketStarts[bucket]..bucketStarts[bucket + 1]))
            {
                offsets[row.Block][row.Tail]++;
            }
        });

        int position = 0;
        foreach (int[] block in offsets)
        {
            for (int node = 0; node <= nodes; node++)
            {
                int degree = block[node];
                block[node] = position;
                position += degree;
            }
        }

        return offsets;
    }

    private void Place(ReadOnlySpan<EdgeRow> rows, int[] detailIds)
    {
        int tail = -1;
        int block = -1;
        int place = 0;
        foreach (ref readonly EdgeRow row in rows)
        {
            int rowBlock = row.Block;
            if (row.Tail != tail || rowBlock != block)
            {
                (tail, block) = (row.Tail, rowBlock);
                place = Offsets[block][tail];
            }

            Heads[place] = row.Head;
            Flags[place] = row.Flags;
            detailIds[place++] = row.Details;
        }
    }

    private void KeepDetailed(int[] detailIds)
    {
        int detailed = detailIds.Length - detailIds.AsSpan().Count(0);
        DetailedEdges = new int[detailed];
        DetailIds = new int[detailed];
        int next = 0;
        for (int edge = 0; next < detailed; edge++)
        {
            if (detailIds[edge] != 0)
            {
                DetailedEdges[next] = edge;
                DetailIds[next++] = detailIds[edge];
            }
        }
    }
}
