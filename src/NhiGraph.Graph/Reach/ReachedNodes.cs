using System.Collections;

namespace NhiGraph.Graph.Reach;

/// <summary>The nodes of an answer, starts left out, nearest first, then by key. Good until the workspace is used again. <c>foreach</c> over it allocates nothing.</summary>
public readonly struct ReachedNodes : IReadOnlyList<ReachedNode>
{
    private readonly ReachWorkspace workspace;

    internal ReachedNodes(ReachWorkspace workspace)
    {
        this.workspace = workspace;
        Count = workspace.Count;
    }

    public int Count { get; }

    public ReachedNode this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return workspace.ReachedAt(index);
        }
    }

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<ReachedNode> IEnumerable<ReachedNode>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Walks the nodes in order.</summary>
    public struct Enumerator : IEnumerator<ReachedNode>
    {
        private readonly ReachedNodes nodes;
        private int position;

        internal Enumerator(ReachedNodes nodes)
        {
            this.nodes = nodes;
            position = -1;
        }

        public readonly ReachedNode Current => nodes[position];

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => ++position < nodes.Count;

        public void Reset() => position = -1;

        public readonly void Dispose()
        {
        }
    }
}
