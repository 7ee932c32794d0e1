using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Graph.Components;

/// <summary>
/// Who can reach whom, all at once: nodes that reach each other by walked edges are one component, and components form a graph without cycles.
/// Components are numbered so that all that one reaches has lower numbers: one pass in ascending order sees what is reached before what reaches it.
/// </summary>
/// <remarks>Immutable; O(V + E) to make. Safe for any number of readers.</remarks>
public sealed class Condensation
{
    private readonly int[] ofNode;
    private readonly int[] members;
    private readonly int[] memberOffsets;
    private readonly int[] successors;
    private readonly int[] successorOffsets;
    private readonly Lazy<ReachOfAll> reach;

    private Condensation(AccessGraph graph, TraversalOptions options, int[] ofNode, int count, EdgeFilter filter)
    {
        Graph = graph;
        Options = options;
        this.ofNode = ofNode;
        Count = count;
        (members, memberOffsets) = Group(ofNode, count);
        (successors, successorOffsets) = Join(graph, filter);
        reach = new(() => ReachOfAll.Of(this, SensitiveCounts.BlockWords));
    }

    private Condensation(Condensation other, long at)
    {
        (Graph, Options, ofNode, Count, reach) = (other.Graph, other.Options with { At = at }, other.ofNode, other.Count, other.reach);
        (members, memberOffsets, successors, successorOffsets) = (other.members, other.memberOffsets, other.successors, other.successorOffsets);
    }

    public AccessGraph Graph { get; }

    /// <summary>Which edges count; depth is not bounded.</summary>
    public TraversalOptions Options { get; }

    /// <summary>How many components there are.</summary>
    public int Count { get; }

    /// <exception cref="ArgumentException">The options bound the depth: then reach is no matter of components.</exception>
    public static Condensation Of(AccessGraph graph, TraversalOptions options)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (options.MaxDepth != int.MaxValue)
        {
            throw new ArgumentException("Components have no depth.", nameof(options));
        }

        var filter = new EdgeFilter(graph.Content);
        filter.Use(options, options.Certainty);
        StrongComponents components = StrongComponents.Find(graph, filter);
        return new Condensation(graph, options, components.Of, components.Count, filter);
    }

    /// <summary>What every node reaches; made once, when first asked for.</summary>
    public ReachOfAll Reach => reach.Value;

    /// <summary>The same at another time, at which the same edges hold: see <see cref="AccessGraph.UnchangedAround"/>. Nothing is made anew.</summary>
    public Condensation At(long at) => at == Options.At ? this : new(this, at);

    public int ComponentOf(int node) => ofNode[node];

    /// <summary>Its nodes, ascending.</summary>
    public ReadOnlySpan<int> MembersOf(int component) => members.AsSpan(memberOffsets[component]..memberOffsets[component + 1]);

    /// <summary>Other components that one edge leads to, each once, in no particular order; all of lower number.</summary>
    public ReadOnlySpan<int> SuccessorsOf(int component) => successors.AsSpan(successorOffsets[component]..successorOffsets[component + 1]);

    /// <summary>The edges between components turned round: for each component those that one edge leads from. O(components + edges between them).</summary>
    internal (int[] Predecessors, int[] Offsets) Reversed()
    {
        var offsets = new int[Count + 1];
        foreach (int successor in successors)
        {
            offsets[successor + 1]++;
        }

        for (int component = 0; component < Count; component++)
        {
            offsets[component + 1] += offsets[component];
        }

        int[] next = offsets[..^1];
        var predecessors = new int[successors.Length];
        for (int component = 0; component < Count; component++)
        {
            foreach (int successor in SuccessorsOf(component))
            {
                predecessors[next[successor]++] = component;
            }
        }

        return (predecessors, offsets);
    }

    private static (int[] Members, int[] Offsets) Group(int[] ofNode, int count)
    {
        var offsets = new int[count + 1];
        foreach (int component in ofNode)
        {
            offsets[component + 1]++;
        }

        for (int component = 0; component < count; component++)
        {
            offsets[component + 1] += offsets[component];
        }

        int[] next = offsets[..^1];
        var members = new int[ofNode.Length];
        for (int node = 0; node < ofNode.Length; node++)
        {
            members[next[ofNode[node]]++] = node;
        }

        return (members, offsets);
    }

    private (int[] Successors, int[] Offsets) Join(AccessGraph graph, EdgeFilter filter)
    {
        int[] edges = graph.Content.Offsets[EdgeBlock.Walked];
        var offsets = new int[Count + 1];
        var joined = new int[edges[graph.NodeCount] - edges[0]];
        var seenFrom = new int[Count];
        int count = 0;
        for (int component = 0; component < Count; component++)
        {
            seenFrom[component] = component + 1;
            foreach (int node in MembersOf(component))
            {
                for (int edge = edges[node]; edge < edges[node + 1]; edge++)
                {
                    int head = ofNode[graph.Heads[edge]];
                    if (seenFrom[head] != component + 1 && filter.Walks(graph.Flags[edge], edge))
                    {
                        seenFrom[head] = component + 1;
                        joined[count++] = head;
                    }
                }
            }

            offsets[component + 1] = count;
        }

        return (joined.AsSpan(0, count).ToArray(), offsets);
    }
}
