using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Csr;

/// <summary>Edges in the order they came, as columns.</summary>
internal sealed class EdgeList
{
    internal int[] Tails = new int[16];
    internal int[] Heads = new int[16];
    internal byte[] Kinds = new byte[16];
    internal byte[] Flags = new byte[16];
    internal int[] Details = new int[16];

    internal int Count { get; private set; }

    internal void Add(int from, int to, EdgeKind kind, byte flags, int details)
    {
        if (Count == Tails.Length)
        {
            Reserve(Count * 2);
        }

        Tails[Count] = from;
        Heads[Count] = to;
        Kinds[Count] = (byte)kind;
        Flags[Count] = flags;
        Details[Count++] = details;
    }

    internal void Reserve(int edges)
    {
        if (edges > Tails.Length)
        {
            Array.Resize(ref Tails, edges);
            Array.Resize(ref Heads, edges);
            Array.Resize(ref Kinds, edges);
            Array.Resize(ref Flags, edges);
            Array.Resize(ref Details, edges);
        }
    }
}
