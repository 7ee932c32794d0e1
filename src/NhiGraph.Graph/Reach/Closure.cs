using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Reach;

/// <summary>
/// A breadth-first walk that keeps every node it reached, layer by layer and by key within a layer. A layer is in key order before it is walked from, so forward
/// the first edge to discover a node is the least of those that give its shortest distance. Clearing costs as much as the last answer, not the graph.
/// </summary>
/// <remarks>An entry of the queue is the node in the high half; in the low half the edge it was found by (forward) or whether it leads in through an ON edge (reverse).</remarks>
internal sealed partial class Closure
{
    private readonly AccessGraph graph;
    private readonly ulong[] visited;
    private readonly ulong[] queue;
    private readonly int nodeBits;
    private readonly bool ordered;
    private int[] layerStarts = new int[16];
    private ulong[] scratch = [];
    private int tail;
    private uint certainties;

    /// <param name="ordered">False where it will only be asked what it contains: then a layer is in no order.</param>
    internal Closure(AccessGraph graph, bool ordered = true)
    {
        this.graph = graph;
        this.ordered = ordered;
        visited = new ulong[(graph.NodeCount + 63) / 64];
        queue = new ulong[graph.NodeCount + 1];
        nodeBits = 32 - BitOperations.LeadingZeroCount((uint)graph.NodeCount);
    }

    /// <summary>Starts and reached nodes in the order of distance, then key.</summary>
    internal ReadOnlySpan<ulong> Entries => queue.AsSpan(0, tail);

    /// <summary>Distances run from 0 to one less.</summary>
    internal int LayerCount { get; private set; }

    internal int StartCount => LayerCount > 1 ? layerStarts[1] : tail;

    /// <summary>How many edges were looked at.</summary>
    internal long EdgesScanned { get; private set; }

    /// <summary>No edge that was walked or sought was less than PROVED, so all that is reached is proved.</summary>
    internal bool AllProved => certainties is 0 or 1u << (int)Certainty.Proved;

    /// <summary>The least certainty of an edge that was walked or sought, if there was one.</summary>
    internal Certainty Weakest => (Certainty)BitOperations.TrailingZeroCount(certainties);

    internal bool IsReversed { get; private set; }

    /// <summary>Whether an edge of this certainty was walked or sought.</summary>
    internal bool Saw(Certainty certainty) => (certainties >> (int)certainty & 1) != 0;

    internal bool Contains(int node) => (visited[node >> 6] >> node & 1) != 0;

    internal int LayerStart(int layer) => layer < LayerCount ? layerStarts[layer] : tail;

    internal int LayerOf(int place)
    {
        int at = layerStarts.AsSpan(0, LayerCount).BinarySearch(place);
        return at >= 0 ? at : ~at - 1;
    }

    internal void Forward(ReadOnlySpan<int> starts, EdgeFilter filter, int maxDepth)
    {
        IsReversed = false;
        Begin(starts);
        int[] offsets = graph.Content.Offsets[EdgeBlock.Walked];
        for (int depth = 0; depth < maxDepth; depth++)
        {
            int end = tail;
            Expand(LayerStart(depth), end, offsets, graph.Heads, graph.Flags, null, filter);
            if (tail == end)
            {
                return;
            }

            BeginLayer(end);
            SortEntries(end, tail);
        }
    }

    internal void Clear()
    {
        if (tail > visited.Length)
        {
            Array.Clear(visited);
        }
        else
        {
            foreach (ulong entry in Entries)
            {
                visited[entry >> 38] = 0;
            }
        }

        tail = 0;
        LayerCount = 0;
        certainties = 0;
        EdgesScanned = 0;
    }

    private void Begin(ReadOnlySpan<int> starts)
    {
        BeginLayer(0);
        foreach (int start in starts)
        {
            Visit(start, 0);
        }

        SortEntries(0, tail);
    }

    private void Visit(int node, uint payload)
    {
        ulong bit = 1UL << node;
        if ((visited[node >> 6] & bit) == 0)
        {
            visited[node >> 6] |= bit;
            queue[tail++] = (ulong)node << 32 | payload;
        }
    }

    private void BeginLayer(int start)
    {
        if (LayerCount == layerStarts.Length)
        {
            Array.Resize(ref layerStarts, LayerCount * 2);
        }

        layerStarts[LayerCount++] = start;
    }

    private void SortEntries(int start, int end)
    {
        if (ordered && end - start > 1)
        {
            WordSort.Sort(queue.AsSpan(start, end - start), ref scratch, 32, nodeBits);
        }
    }

    /// <summary>
    /// Walks from the entries between two places and appends what is new. The hot loop: references instead of bounds checks (every index comes from the graph's own
    /// arrays, checked when it was built; the queue has room for all nodes and one), and no branch on whether a node is new.
    /// </summary>
    private void Expand(int start, int end, int[] offsets, int[] neighbours, byte[] flags, int[]? edgeIds, EdgeFilter filter)
    {
        ref int firstOffset = ref MemoryMarshal.GetArrayDataReference(offsets);
        ref int firstNeighbour = ref MemoryMarshal.GetArrayDataReference(neighbours);
        ref byte firstFlags = ref MemoryMarshal.GetArrayDataReference(flags);
        ref byte levels = ref MemoryMarshal.GetArrayDataReference(filter.Levels);
        ref ulong words = ref MemoryMarshal.GetArrayDataReference(visited);
        ref ulong entries = ref MemoryMarshal.GetArrayDataReference(queue);
        int next = tail;
        uint seen = certainties;
        long scanned = 0;
        for (int place = start; place < end; place++)
        {
            if (place + Prefetch.Ahead < end)
            {
                // A walk over half a million nodes waits for memory more than it computes: ask early for the next nodes' offsets, and a little later for their edges.
                Prefetch.Of(ref Unsafe.Add(ref firstOffset, (nint)(Unsafe.Add(ref entries, place + Prefetch.Ahead) >> 32)));
                int soon = Unsafe.Add(ref firstOffset, (nint)(Unsafe.Add(ref entries, place + (Prefetch.Ahead / 2)) >> 32));
                Prefetch.Of(ref Unsafe.Add(ref firstNeighbour, soon));
                Prefetch.Of(ref Unsafe.Add(ref firstFlags, soon));
            }

            nint node = (nint)(Unsafe.Add(ref entries, place) >> 32);
            int last = Unsafe.Add(ref firstOffset, node + 1);
            int slot = Unsafe.Add(ref firstOffset, node);
            scanned += last - slot;
            for (; slot < last; slot++)
            {
                byte level = Unsafe.Add(ref levels, (nint)Unsafe.Add(ref firstFlags, slot));
                if (level == 0 || (level >= EdgeFilter.AskDates && !filter.HoldsAt(edgeIds is null ? slot : edgeIds[slot])))
                {
                    continue;
                }

                uint to = (uint)Unsafe.Add(ref firstNeighbour, slot);
                ref ulong word = ref Unsafe.Add(ref words, (nint)(to >> 6));
                ulong before = word;
                Unsafe.Add(ref entries, next) = (ulong)to << 32 | (uint)slot;
                next += (int)(~(before >> (int)to) & 1);
                word = before | 1UL << (int)to;
                seen |= 1u << (level & 7) >> 1;
            }
        }

        tail = next;
        certainties = seen;
        EdgesScanned += scanned;
    }
}
