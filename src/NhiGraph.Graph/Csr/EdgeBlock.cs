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
    internal static EdgeBlock[] ReverseAll(int[][] offsets, int[] heads, byte[] flags) => [.. offsets.Select(block => EdgeReversal.Of(block, heads, flags))];
}
