using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Csr;

/// <summary>Edges in the order of their keys: by use, tail, kind, head, qualifier.</summary>
internal sealed class SortedEdges
{
    private const int HeadShift = 29;
    private const int KindShift = 60;
    private const ulong PositionMask = (1UL << HeadShift) - 1;

    /// <summary>The most edges that a graph can have.</summary>
    internal const int MostEdges = (int)PositionMask;

    private SortedEdges(int[][] offsets, int edges)
    {
        Offsets = offsets;
        Heads = new int[edges];
        Flags = new byte[edges];
    }

    internal int[][] Offsets { get; }

    internal int[] Heads { get; }

    internal byte[] Flags { get; }

    internal int[] DetailedEdges { get; private set; } = [];

    internal int[] DetailIds { get; private set; } = [];

    /// <summary>A counting sort by use and tail, then each tail's few edges by kind, head and position packed in one word. O(V + E log degree).</summary>
    internal static SortedEdges Sort(EdgeList list, int nodes, IReadOnlyList<EdgeDetails> details)
    {
        int[][] offsets = OffsetsOf(list, nodes);
        ulong[] slots = Scatter(list, offsets);
        for (int block = 0; block < EdgeBlock.Count; block++)
        {
            SortTails(slots, offsets[block], list, details);
        }

        var sorted = new SortedEdges(offsets, list.Count);
        sorted.Gather(slots, list);
        return sorted;
    }

    private static int[][] OffsetsOf(EdgeList list, int nodes)
    {
        int[][] offsets = [new int[nodes + 1], new int[nodes + 1], new int[nodes + 1]];
        int[] walked = offsets[EdgeBlock.Walked];
        int[] tails = list.Tails;
        byte[] kinds = list.Kinds;
        for (int edge = 0; edge < list.Count; edge++)
        {
            int[] block = kinds[edge] < (int)EdgeKind.On ? walked : offsets[EdgeBlock.BlockOf((EdgeKind)kinds[edge])];
            block[tails[edge]]++;
        }

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

    private static ulong[] Scatter(EdgeList list, int[][] offsets)
    {
        int[][] next = [.. offsets.Select(block => block.AsSpan().ToArray())];
        int[] walked = next[EdgeBlock.Walked];
        var slots = new ulong[list.Count];
        for (int edge = 0; edge < slots.Length; edge++)
        {
            var kind = (EdgeKind)list.Kinds[edge];
            bool isWalked = kind < EdgeKind.On;
            int block = isWalked ? EdgeBlock.Walked : EdgeBlock.BlockOf(kind);
            ulong nibble = (ulong)(isWalked ? (int)kind : kind - EdgeBlock.FirstKind(block));
            slots[(isWalked ? walked : next[block])[list.Tails[edge]]++] = nibble << KindShift | (ulong)list.Heads[edge] << HeadShift | (uint)edge;
        }

        return slots;
    }

    private static void SortTails(ulong[] slots, int[] offsets, EdgeList list, IReadOnlyList<EdgeDetails> details)
    {
        for (int node = 0; node + 1 < offsets.Length; node++)
        {
            int degree = offsets[node + 1] - offsets[node];
            if (degree > 1)
            {
                Span<ulong> edges = slots.AsSpan(offsets[node], degree);
                edges.Sort();
                SortParallel(edges, list, details);
            }
        }
    }

    /// <summary>Puts edges of one kind between the same nodes in the order of their qualifiers; between equal keys the surer comes first.</summary>
    private static void SortParallel(Span<ulong> edges, EdgeList list, IReadOnlyList<EdgeDetails> details)
    {
        for (int first = 0; first < edges.Length;)
        {
            int end = first + 1;
            while (end < edges.Length && edges[end] >> HeadShift == edges[first] >> HeadShift)
            {
                end++;
            }

            if (end - first > 1)
            {
                edges[first..end].Sort((left, right) => CompareParallel((int)(left & PositionMask), (int)(right & PositionMask), list, details));
            }

            first = end;
        }
    }

    private static int CompareParallel(int left, int right, EdgeList list, IReadOnlyList<EdgeDetails> details)
    {
        EdgeDetails a = details[list.Details[left]];
        EdgeDetails b = details[list.Details[right]];
        int order = string.CompareOrdinal(a.Qualifier, b.Qualifier);
        order = order != 0 ? order : EdgeFlags.CertaintyOf(list.Flags[right]).CompareTo(EdgeFlags.CertaintyOf(list.Flags[left]));
        order = order != 0 ? order : list.Flags[left].CompareTo(list.Flags[right]);
        order = order != 0 ? order : a.Validity.Disabled.CompareTo(b.Validity.Disabled);
        order = order != 0 ? order : a.Validity.From.CompareTo(b.Validity.From);
        order = order != 0 ? order : b.Validity.Until.CompareTo(a.Validity.Until);
        return order != 0 ? order : string.CompareOrdinal(string.Join('|', a.Assumptions), string.Join('|', b.Assumptions));
    }

    private void Gather(ulong[] slots, EdgeList list)
    {
        int detailed = list.Details.AsSpan(0, list.Count).Length - list.Details.AsSpan(0, list.Count).Count(0);
        DetailedEdges = new int[detailed];
        DetailIds = new int[detailed];
        for (int edge = 0, next = 0; edge < slots.Length; edge++)
        {
            int position = (int)(slots[edge] & PositionMask);
            Heads[edge] = (int)(slots[edge] >> HeadShift) & int.MaxValue;
            Flags[edge] = list.Flags[position];
            if (detailed > 0 && list.Details[position] != 0)
            {
                DetailedEdges[next] = edge;
                DetailIds[next++] = list.Details[position];
            }
        }
    }
}
