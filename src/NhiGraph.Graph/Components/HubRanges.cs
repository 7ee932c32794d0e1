using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Components;

/// <summary>The entitlements that cover something under the options, with what each covers, laid out to be read many times and by several threads.</summary>
internal sealed class HubRanges
{
    private readonly List<int> hubs = [];
    private readonly List<int> ends = [0];
    private readonly List<PositionRange> ranges = [];
    private PositionRange[] laidOut = [];

    /// <summary>How many entitlements there are.</summary>
    internal int Count => hubs.Count;

    internal int HubAt(int index) => hubs[index];

    internal ReadOnlySpan<PositionRange> RangesAt(int index) => laidOut.AsSpan(ends[index]..ends[index + 1]);

    internal static HubRanges Of(Condensation condensation)
    {
        AccessGraph graph = condensation.Graph;
        var covered = new CoveredResources(graph, condensation.Options);
        var all = new HubRanges();
        for (int node = 0; node < graph.NodeCount; node++)
        {
            if (graph.Hubs.MarksOf(node) != 0 && covered.Of(node) is { Length: > 0 } ranges)
            {
                all.hubs.Add(node);
                all.ranges.AddRange(ranges);
                all.ends.Add(all.ranges.Count);
            }
        }

        all.laidOut = [.. all.ranges];
        all.ranges.Clear();
        return all;
    }
}
