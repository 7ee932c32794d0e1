using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Reach;

/// <summary>The counts of a summary, without telling resources apart: what is proved, what is possible, and where ADMINISTER is.</summary>
internal sealed class ResourceCounts
{
    private readonly AccessGraph graph;
    private readonly PositionSet proved;
    private readonly PositionSet possible;
    private readonly PositionSet provedAdminister;
    private readonly PositionSet possibleAdminister;

    internal ResourceCounts(AccessGraph graph)
    {
        this.graph = graph;
        int positions = graph.Tree.Nodes.Length;
        proved = new PositionSet(positions);
        possible = new PositionSet(positions);
        provedAdminister = new PositionSet(positions);
        possibleAdminister = new PositionSet(positions);
    }

    internal ReachBounds Counted { get; private set; }

    internal ReachBounds Sensitive { get; private set; }

    internal ReachBounds Administered { get; private set; }

    internal void Add(int start, int end, int capability, int certainty)
    {
        bool isProved = certainty == (int)Certainty.Proved;
        possible.Add(start, end);
        if (isProved)
        {
            proved.Add(start, end);
        }

        if (capability == (int)Capability.Administer)
        {
            possibleAdminister.Add(start, end);
            if (isProved)
            {
                provedAdminister.Add(start, end);
            }
        }
    }

    /// <summary>Counts all but the starts, and forgets the positions.</summary>
    /// <param name="starts">As entries of a closure, each node once.</param>
    internal void Finish(ReadOnlySpan<ulong> starts)
    {
        ResourceSums sums = graph.Sums;
        Counted = Count(proved, possible, sums.CountedBits, sums.Counted, starts);
        Sensitive = Count(proved, possible, sums.SensitiveBits, sums.Sensitive, starts);
        Administered = Count(provedAdminister, possibleAdminister, sums.ContainerBits, sums.Containers, starts);
        proved.Clear();
        possible.Clear();
        provedAdminister.Clear();
        possibleAdminister.Clear();
    }

    private ReachBounds Count(PositionSet sure, PositionSet all, ulong[] bits, int[] sums, ReadOnlySpan<ulong> starts) =>
        new(Count(sure, bits, sums, starts), Count(all, bits, sums, starts));

    private int Count(PositionSet set, ulong[] bits, int[] sums, ReadOnlySpan<ulong> starts)
    {
        int count = set.Count(bits, sums);
        foreach (ulong start in starts)
        {
            int position = graph.Tree.Positions[start >> 32];
            count -= position >= 0 && set.Contains(position) ? sums[position + 1] - sums[position] : 0;
        }

        return count;
    }
}
