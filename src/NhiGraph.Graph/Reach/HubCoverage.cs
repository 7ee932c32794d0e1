using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Reach;

/// <summary>What hubs cover under some options: the ranges computed with the graph where they hold, else resolved from the edges.</summary>
internal sealed class HubCoverage(AccessGraph graph)
{
    private readonly TargetResolver resolver = new(graph.Content, graph.Tree);
    private TraversalOptions options = new(0);
    private byte unless;

    internal void Use(TraversalOptions use)
    {
        options = use;
        unless = (byte)(HubTargets.HasDated | (use.Strict ? HubTargets.HasAssumed : 0));
    }

    /// <summary>Ranges of preorder positions, ascending and disjoint, each with the strongest certainty that the hub gives there. Good until the next call.</summary>
    internal ReadOnlySpan<TargetRange> RangesOf(int hub)
    {
        if ((graph.Hubs.MarksOf(hub) & unless) != 0)
        {
            resolver.Resolve(hub, options.Strict, options.IncludeInactive, options.At);
            return resolver.Ranges.Span;
        }

        return graph.Hubs.RangesOf(hub);
    }

    /// <summary>Whether the hub gives a range of its own as certainly as is asked.</summary>
    internal bool Gives(TargetRange range) => range.Level >= (int)options.Certainty;

    /// <summary>The strongest certainty that the hub gives at a position, or -1.</summary>
    internal int LevelAt(int hub, int position)
    {
        ReadOnlySpan<TargetRange> ranges = RangesOf(hub);
        int low = 0;
        int high = ranges.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (ranges[middle].Start <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low > 0 && position < ranges[low - 1].End ? ranges[low - 1].Level : -1;
    }

    /// <summary>Whether this ON edge, by itself, gives its target under the options; excepts of more than parts are not its own.</summary>
    internal bool Allows(int hub, int edge)
    {
        byte flags = graph.Flags[edge];
        return EdgeFlags.EffectOf(flags) == OnEffect.Allow && resolver.LevelOfAllow(hub, edge, options.Strict, options.IncludeInactive, options.At) >= (int)options.Certainty;
    }

    /// <summary>Whether the ON edge covers this resource under the options and the hub gives it.</summary>
    internal bool Covers(AccessEdge on, int resource)
    {
        int position = graph.Tree.Positions[resource];
        int target = graph.Tree.Positions[on.To];
        bool within = position >= target && (EdgeFlags.CoversOf(graph.Flags[on.Id]) == OnCovers.Subtree ? position < graph.Tree.Ends[target] : position == target);
        return within && LevelAt(on.From, position) >= (int)options.Certainty;
    }

    /// <summary>Adds the hubs that cover a resource, by ON edges to itself and to its containers; one may come more than once. Nothing for a node that is no resource.</summary>
    internal void AddHubsOver(int resource, List<HubSeed> seeds)
    {
        if (graph.Tree.Positions[resource] is int position and >= 0)
        {
            EdgeBlock on = graph.Blocks[EdgeBlock.On];
            for (int node = resource; node != -1; node = graph.Tree.Parents[node])
            {
                for (int slot = on.ReverseOffsets[node]; slot < on.ReverseOffsets[node + 1]; slot++)
                {
                    byte flags = on.ReverseFlags[slot];
                    int hub = on.Sources[slot];
                    if (EdgeFlags.EffectOf(flags) == OnEffect.Allow && (node == resource || EdgeFlags.CoversOf(flags) == OnCovers.Subtree) && Reports(hub)
                        && LevelAt(hub, position) is int level && level >= (int)options.Certainty)
                    {
                        seeds.Add(new HubSeed(hub, level));
                    }
                }
            }
        }
    }

    internal bool Reports(int hub) => options.Capabilities.IsEmpty || (options.Capabilities.Bits >> graph.Hubs.CapabilityOf(hub) & 1) != 0;
}
