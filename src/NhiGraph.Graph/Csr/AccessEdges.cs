using System.Collections;

namespace NhiGraph.Graph.Csr;

/// <summary>Edges of one node in ascending edge id. <c>foreach</c> over it allocates nothing; through <see cref="IEnumerable{T}"/> (LINQ) it is boxed.</summary>
public readonly struct AccessEdges : IReadOnlyList<AccessEdge>
{
    private readonly AccessGraph graph;
    private readonly int block;
    private readonly int node;
    private readonly int start;
    private readonly bool entering;

    internal AccessEdges(AccessGraph graph, int block, int node, bool entering)
    {
        int[] offsets = entering ? graph.Blocks[block].ReverseOffsets : graph.Blocks[block].Offsets;
        this.graph = graph;
        this.block = block;
        this.node = node;
        this.entering = entering;
        start = offsets[node];
        Count = offsets[node + 1] - start;
    }

    public int Count { get; }

    public AccessEdge this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            int slot = start + index;
            if (!entering)
            {
                return AccessGraph.Edge(block, slot, node, graph.Heads[slot], graph.Flags[slot]);
            }

            EdgeBlock edges = graph.Blocks[block];
            return AccessGraph.Edge(block, edges.EdgeIds[slot], edges.Sources[slot], node, edges.ReverseFlags[slot]);
        }
    }

    public AccessEdge[] ToArray()
    {
        var edges = new AccessEdge[Count];
        for (int i = 0; i < edges.Length; i++)
        {
            edges[i] = this[i];
        }

        return edges;
    }

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<AccessEdge> IEnumerable<AccessEdge>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Walks the edges in order.</summary>
    public struct Enumerator : IEnumerator<AccessEdge>
    {
        private readonly AccessEdges edges;
        private int position;

        internal Enumerator(AccessEdges edges)
        {
            this.edges = edges;
            position = -1;
        }

        public readonly AccessEdge Current => edges[position];

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => ++position < edges.Count;

        public void Reset() => position = -1;

        public readonly void Dispose()
        {
        }
    }
}
