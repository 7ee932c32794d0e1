using System.Numerics;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Reach;

public sealed partial class ReachWorkspace
{
    private const int KindCount = 9;
    private readonly int[] provedByKind = new int[KindCount];
    private readonly int[] possibleByKind = new int[KindCount];
    private int[] places = [];
    private bool hasPlaces;
    private bool hasCounts;

    /// <summary>Whether the walk reached the node. A start is not reached.</summary>
    public bool IsReached(int node) => closure.Contains(node) && PlaceOf(node) >= closure.StartCount;

    /// <summary>Edges of the shortest path; 0 for a start, -1 when not reached.</summary>
    public int DistanceOf(int node) => closure.Contains(node) ? closure.LayerOf(PlaceOf(node)) : -1;

    /// <summary>Of the strongest path; PROVED for a start.</summary>
    /// <exception cref="ArgumentException">The node was not reached.</exception>
    public Certainty CertaintyOf(int node) =>
        closure.Contains(node) ? strengths.Of(node) : throw new ArgumentException($"'{Graph.KeyOf(node)}' was not reached.", nameof(node));

    /// <summary>Whether PROVED edges alone reach the node, or it is a start.</summary>
    public bool IsProved(int node) => strengths.Proved().Contains(node);

    /// <summary>
    /// The edge of the shortest path at this node: the one that enters it (forward) or leaves it (reverse, an ON edge for a hub that covers the start). Of several the least in edge order;
    /// in reverse, ways through ON come before others as long. -1 for a start or what was not reached.
    /// </summary>
    public int ParentEdgeOf(int node)
    {
        if (!closure.Contains(node) || PlaceOf(node) < closure.StartCount)
        {
            return -1;
        }

        uint payload = (uint)closure.Entries[PlaceOf(node)];
        return closure.IsReversed ? NextEdge(node, payload) : (int)payload;
    }

    /// <summary>How many reached nodes have a kind; a node of several kinds counts for each.</summary>
    public ReachBounds CountOf(NodeKind kind)
    {
        if (!hasCounts)
        {
            CountKinds();
            hasCounts = true;
        }

        return new(provedByKind[(int)kind], possibleByKind[(int)kind]);
    }

    internal ReachedNode ReachedAt(int index)
    {
        int place = closure.StartCount + index;
        int node = (int)(closure.Entries[place] >> 32);
        return new(node, closure.LayerOf(place), strengths.Of(node));
    }

    private void CountKinds()
    {
        Closure proved = strengths.Proved();
        Array.Clear(provedByKind);
        Array.Clear(possibleByKind);
        foreach (ulong entry in closure.Entries[closure.StartCount..])
        {
            int node = (int)(entry >> 32);
            int isProved = proved.Contains(node) ? 1 : 0;
            for (uint kinds = Graph.Content.Kinds[node]; kinds != 0; kinds &= kinds - 1)
            {
                int kind = BitOperations.TrailingZeroCount(kinds);
                possibleByKind[kind]++;
                provedByKind[kind] += isProved;
            }
        }
    }

    private int NextEdge(int node, uint throughOn)
    {
        int distance = DistanceOf(node);
        if (throughOn == 1 && distance == 1)
        {
            foreach (AccessEdge edge in Graph.Targets(node))
            {
                if (coverage.Allows(node, edge.Id) && CoversStart(edge))
                {
                    return edge.Id;
                }
            }
        }

        foreach (AccessEdge edge in Graph.Out(node))
        {
            if (filter.Walks(edge.Id) && DistanceOf(edge.To) == distance - 1 && (uint)closure.Entries[PlaceOf(edge.To)] == throughOn)
            {
                return edge.Id;
            }
        }

        throw new InvalidOperationException($"No edge leads on from '{Graph.KeyOf(node)}'.");
    }

    private bool CoversStart(AccessEdge edge)
    {
        foreach (int start in starts)
        {
            if (coverage.Covers(edge, start))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where a node of the closure is in the queue. The map is filled when first asked for, O(answer).</summary>
    private int PlaceOf(int node)
    {
        if (!hasPlaces)
        {
            if (places.Length == 0)
            {
                places = new int[Graph.NodeCount];
            }

            ReadOnlySpan<ulong> entries = closure.Entries;
            for (int place = 0; place < entries.Length; place++)
            {
                places[entries[place] >> 32] = place;
            }

            hasPlaces = true;
        }

        return places[node];
    }
}
