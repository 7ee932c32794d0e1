using System.Runtime.CompilerServices;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Csr;

/// <summary>The adjacency of one use of edges. Forward, an edge's position is its id, so only offsets are kept here; reverse slots carry tail, edge id and flags, by ascending edge id.</summary>
internal sealed class EdgeBlock
{
    internal const int Walked = 0;
    internal const int On = 1;
    internal const int Evidence = 2;
    internal const int Count = 3;

    /// <summary>Edge ids of node n are <c>Offsets[n]</c> to <c>Offsets[n + 1]</c>, the end not included.</summary>
    internal required int[] Offsets { get; init; }

    /// <summary>Reverse slots of node n, likewise.</summary>
    internal required int[] ReverseOffsets { get; init; }

    internal required int[] Sources { get; init; }

    internal required int[] EdgeIds { get; init; }

    internal required byte[] ReverseFlags { get; init; }

    internal static int BlockOf(EdgeKind kind) => kind < EdgeKind.On ? Walked : kind == EdgeKind.On ? On : Evidence;

    internal static EdgeKind FirstKind(int block) => block switch { Walked => EdgeKind.HasAccount, On => EdgeKind.On, _ => EdgeKind.Contains };

    internal static EdgeKind KindOf(int block, byte flags) => block == On ? EdgeKind.On : (EdgeKind)((int)FirstKind(block) + (flags & EdgeFlags.NibbleMask));

    /// <summary>Every use's adjacency both ways.</summary>
    internal static EdgeBlock[] ReverseAll(int[][] offsets, int[] targets, byte[] flags)
    {
        var blocks = new EdgeBlock[Count];
        Parallel.For(0, Count, block => blocks[block] = Reverse(offsets[block], targets, flags));
        return blocks;
    }

    /// <summary>Turns the forward arrays round by a counting sort over heads. O(V + E).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static EdgeBlock Reverse(int[] offsets, int[] targets, byte[] flags)
    {
        int nodes = offsets.Length - 1;
        int first = offsets[0];
        int end = offsets[nodes];
        var reverse = LargeArray.Of<int>(nodes + 1);
        for (int edge = first; edge < end; edge++)
        {
            reverse[targets[edge] + 1]++;
        }

        for (int node = 0; node < nodes; node++)
        {
            reverse[node + 1] += reverse[node];
        }

        var sources = LargeArray.Uninitialized<int>(end - first);
        var ids = LargeArray.Uninitialized<int>(end - first);
        var reverseFlags = LargeArray.Uninitialized<byte>(end - first);
        int[] next = LargeArray.Uninitialized<int>(nodes);
        reverse.AsSpan(0, nodes).CopyTo(next);
        for (int node = 0; node < nodes; node++)
        {
            for (int edge = offsets[node]; edge < offsets[node + 1]; edge++)
            {
                int slot = next[targets[edge]]++;
                sources[slot] = node;
                ids[slot] = edge;
                reverseFlags[slot] = flags[edge];
            }
        }

        return new EdgeBlock { Offsets = offsets, ReverseOffsets = reverse, Sources = sources, EdgeIds = ids, ReverseFlags = reverseFlags };
    }
}
