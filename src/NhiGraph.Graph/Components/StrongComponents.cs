using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Graph.Components;

/// <summary>Tarjan's strongly connected components of the walked edges under some options, without recursion. O(V + E). A component is numbered after all that it reaches.</summary>
internal sealed class StrongComponents
{
    private const int Open = -1;
    private readonly int[] offsets;
    private readonly int[] heads;
    private readonly byte[] flags;
    private readonly EdgeFilter filter;
    private readonly int[] visits;
    private readonly int[] lows;
    private readonly int[] cursors;
    private readonly int[] open;
    private readonly int[] path;
    private int openCount;
    private int depth;
    private int visited;

    private StrongComponents(AccessGraph graph, EdgeFilter filter)
    {
        this.filter = filter;
        offsets = graph.Content.Offsets[EdgeBlock.Walked];
        heads = graph.Heads;
        flags = graph.Flags;
        Of = new int[graph.NodeCount];
        Array.Fill(Of, Open);
        visits = new int[graph.NodeCount];
        lows = new int[graph.NodeCount];
        cursors = new int[graph.NodeCount];
        open = new int[graph.NodeCount];
        path = new int[graph.NodeCount];
    }

    /// <summary>The component of each node.</summary>
    internal int[] Of { get; }

    internal int Count { get; private set; }

    internal static StrongComponents Find(AccessGraph graph, EdgeFilter filter)
    {
        var components = new StrongComponents(graph, filter);
        for (int node = 0; node < graph.NodeCount; node++)
        {
            if (components.visits[node] == 0)
            {
                components.Visit(node);
            }
        }

        return components;
    }

    private void Visit(int root)
    {
        Enter(root);
        while (depth > 0)
        {
            int node = path[depth - 1];
            if (TryEnterNext(node))
            {
                continue;
            }

            depth--;
            if (lows[node] == visits[node])
            {
                Close(node);
            }

            if (depth > 0)
            {
                int before = path[depth - 1];
                lows[before] = Math.Min(lows[before], Of[node] == Open ? lows[node] : int.MaxValue);
            }
        }
    }

    private void Enter(int node)
    {
        visits[node] = lows[node] = ++visited;
        cursors[node] = offsets[node];
        open[openCount++] = node;
        path[depth++] = node;
    }

    private bool TryEnterNext(int node)
    {
        int end = offsets[node + 1];
        int low = lows[node];
        for (int edge = cursors[node]; edge < end; edge++)
        {
            if (!filter.Walks(flags[edge], edge))
            {
                continue;
            }

            int head = heads[edge];
            if (visits[head] == 0)
            {
                cursors[node] = edge + 1;
                lows[node] = low;
                Enter(head);
                return true;
            }

            if (Of[head] == Open)
            {
                low = Math.Min(low, visits[head]);
            }
        }

        cursors[node] = end;
        lows[node] = low;
        return false;
    }

    private void Close(int first)
    {
        int node;
        do
        {
            node = open[--openCount];
            Of[node] = Count;
        }
        while (node != first);
        Count++;
    }
}
