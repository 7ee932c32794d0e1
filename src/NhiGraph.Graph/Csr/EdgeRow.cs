using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Csr;

/// <summary>An edge while edges are put in order.</summary>
internal readonly record struct EdgeRow(int Tail, int Head, byte Kind, byte Flags, int Details)
{
    /// <summary>The order among edges of one tail, qualifiers aside.</summary>
    internal ulong Order => (ulong)Kind << 32 | (uint)Head;

    internal int Block => EdgeBlock.BlockOf((EdgeKind)Kind);
}
