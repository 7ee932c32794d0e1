using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Graph.Components;

/// <summary>What each entitlement covers under some options, allows minus excepts, as ranges of the containment order. Not safe for concurrent use.</summary>
public sealed class CoveredResources
{
    private readonly AccessGraph graph;
    private readonly HubCoverage coverage;
    private readonly int floor;
    private PositionRange[] ranges = new PositionRange[16];

    public CoveredResources(AccessGraph graph, TraversalOptions options)
    {
        this.graph = graph;
        coverage = new HubCoverage(graph);
        coverage.Use(options);
        floor = (int)options.Certainty;
    }

    /// <summary>Ascending and disjoint; empty for what is no entitlement. Good until the next call. The options' capabilities do not matter.</summary>
    public ReadOnlySpan<PositionRange> Of(int entitlement)
    {
        if (graph.Hubs.MarksOf(entitlement) == 0)
        {
            return [];
        }

        int count = 0;
        foreach (TargetRange range in coverage.RangesOf(entitlement))
        {
            if (range.Level < floor)
            {
                continue;
            }

            if (count > 0 && ranges[count - 1].End == range.Start)
            {
                ranges[count - 1] = ranges[count - 1] with { End = range.End };
                continue;
            }

            if (count == ranges.Length)
            {
                Array.Resize(ref ranges, count * 2);
            }

            ranges[count++] = new PositionRange(range.Start, range.End);
        }

        return ranges.AsSpan(0, count);
    }
}
