using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Reach;

/// <summary>The certainty of the strongest path to each node of a closure: that path's weakest edge, at its best.</summary>
/// <remarks>Every node is walked from once, at its final certainty, because stronger stacks are emptied before weaker ones: O(V + E) of the answer.</remarks>
internal sealed class Strengths(AccessGraph graph)
{
    private const int Levels = 4;
    private readonly int[][] stacks = [new int[64], new int[64], new int[64], new int[64]];
    private readonly int[] heights = new int[Levels];
    private byte[]? levels;

    /// <summary>All reached nodes are proved, so nothing is kept of each.</summary>
    private bool uniform;

    /// <summary>Of a reached node or a start.</summary>
    internal Certainty this[int node] => uniform ? Certainty.Proved : (Certainty)(levels![node] - 1);

    internal void Clear(ReadOnlySpan<ulong> entries)
    {
        if (uniform || levels is null)
        {
            return;
        }

        if (entries.Length > levels.Length / 8)
        {
            Array.Clear(levels);
            return;
        }

        foreach (ulong entry in entries)
        {
            levels[entry >> 32] = 0;
        }
    }

    internal void UseProved() => uniform = true;

    /// <summary>Where depth is unbounded: one pass over the edges of the closure.</summary>
    internal void Compute(Closure closure, ReadOnlySpan<HubSeed> seeds, EdgeFilter filter)
    {
        byte[] best = Begin();
        foreach (ulong entry in closure.Entries[..closure.StartCount])
        {
            Raise(best, (int)(entry >> 32), Levels);
        }

        foreach (HubSeed seed in seeds)
        {
            if (closure.Contains(seed.Hub))
            {
                Raise(best, seed.Hub, seed.Level + 1);
            }
        }

        EdgeBlock walked = graph.Blocks[EdgeBlock.Walked];
        for (int level = Levels; level > 0; level--)
        {
            while (heights[level - 1] > 0)
            {
                int node = stacks[level - 1][--heights[level - 1]];
                if (best[node] != level)
                {
                    continue;
                }

                if (closure.IsReversed)
                {
                    Walk(best, node, level, walked.ReverseOffsets, walked.Sources, walked.ReverseFlags, walked.EdgeIds, filter);
                }
                else
                {
                    Walk(best, node, level, walked.Offsets, graph.Heads, graph.Flags, null, filter);
                }
            }
        }
    }

    /// <summary>Where depth is bounded, a stronger path may be too long: each certainty has a walk of its own. Call with the strongest first.</summary>
    internal void Add(Closure closure, Certainty floor, bool first)
    {
        byte[] best = first ? Begin() : levels!;
        foreach (ulong entry in closure.Entries)
        {
            ref byte level = ref best[entry >> 32];
            level = level == 0 ? (byte)((int)floor + 1) : level;
        }
    }

    private byte[] Begin()
    {
        uniform = false;
        return levels ??= new byte[graph.NodeCount];
    }

    /// <summary>As hot as the walk itself, and without bounds checks for the same reason: the graph checked its arrays when it was built.</summary>
    private void Walk(byte[] best, int node, int level, int[] offsets, int[] neighbours, byte[] flags, int[]? edgeIds, EdgeFilter filter)
    {
        ref int firstNeighbour = ref MemoryMarshal.GetArrayDataReference(neighbours);
        ref byte firstFlags = ref MemoryMarshal.GetArrayDataReference(flags);
        ref byte levelOf = ref MemoryMarshal.GetArrayDataReference(filter.Levels);
        ref byte firstBest = ref MemoryMarshal.GetArrayDataReference(best);
        int last = offsets[node + 1];
        for (int slot = offsets[node]; slot < last; slot++)
        {
            int edgeLevel = Unsafe.Add(ref levelOf, (nint)Unsafe.Add(ref firstFlags, slot));
            int reached = Math.Min(level, edgeLevel & 7);
            int neighbour = Unsafe.Add(ref firstNeighbour, slot);
            if (Unsafe.Add(ref firstBest, neighbour) < reached && (edgeLevel < EdgeFilter.AskDates || filter.HoldsAt(edgeIds is null ? slot : edgeIds[slot])))
            {
                Raise(best, neighbour, reached);
            }
        }
    }

    private void Raise(byte[] best, int node, int level)
    {
        if (best[node] < level)
        {
            best[node] = (byte)level;
            ref int height = ref heights[level - 1];
            if (height == stacks[level - 1].Length)
            {
                Array.Resize(ref stacks[level - 1], height * 2);
            }

            stacks[level - 1][height++] = node;
        }
    }
}
