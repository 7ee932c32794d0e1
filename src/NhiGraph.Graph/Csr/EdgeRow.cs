using System.Runtime.InteropServices;

namespace NhiGraph.Graph.Csr;

/// <summary>An edge while edges are put in order.</summary>
/// <param name="Order">From the highest bits: the tail, counted from the first of its region; kind; head; flags. So it is the order of keys, but for edges of one kind between the same nodes.</param>
/// <param name="Details">Which details it has; 0 for none.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct EdgeRow(ulong Order, int Details)
{
    private const int HeadShift = 8;
    private const int KindShift = HeadShift + 32;
    private const int TailShift = KindShift + 5;

    internal EdgeRow(int tail, byte kind, int head, byte flags, int details)
        : this((ulong)(uint)tail << TailShift | (ulong)kind << KindShift | (ulong)(uint)head << HeadShift | flags, details)
    {
    }

    internal int Tail => (int)(Order >> TailShift);

    internal int Head => (int)(uint)(Order >> HeadShift);

    internal byte Flags => (byte)Order;

    /// <summary>Whether both are of one kind and between the same nodes.</summary>
    internal bool IsParallelTo(in EdgeRow other) => Order >> HeadShift == other.Order >> HeadShift;
}
