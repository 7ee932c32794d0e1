using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Reach;

/// <summary>The counts of a summary, without telling resources apart: what is proved, what is possible, and where ADMINISTER is.</summary>
internal sealed class ResourceCounts
{
    private readonly AccessGraph graph;
    private readonly PositionSet reached;
    private readonly PositionSet administered;

    internal ResourceCounts(AccessGraph graph)
    {
        this.graph = graph;
        reached = new PositionSet(graph.Tree.Nodes.Length);
        administered = new PositionSet(graph.Tree.Nodes.Length);
    }

    internal ReachBounds Counted { get; private set; }

    internal ReachBounds Sensitive { get; private set; }

    internal ReachBounds Administered { get; private set; }

    internal void Add(TargetRange range, int capability, bool proved)
    {
        reached.Add(range.Start, range.End, proved);
        if (capability == (int)Capability.Administer)
        {
            administered.Add(range.Start, range.End, proved);
        }
    }

    /// <summary>Counts all but the starts, and forgets the positions.</summary>
    /// <param name="starts">As entries of a closure, each node once.</param>
    internal void Finish(ReadOnlySpan<ulong> starts)
    {
        ResourceSums sums = graph.Sums;
        Counted = Count(reached, sums.CountedBits, sums.Counted, starts);
        Sensitive = Count(reached, sums.SensitiveBits, sums.Sensitive, starts);
        Administered = Count(administered, sums.ContainerBits, sums.Containers, starts);
        reached.Clear();
        administered.Clear();
    }

    private ReachBounds Count(PositionSet set, ulong[] bits, int[] sums, ReadOnlySpan<ulong> starts)
    {
        (int proved, int possible) = set.Count(bits, sums);
        foreach (ulong start in starts)
        {
            int position = graph.Tree.Positions[start >> 32];
            if (position >= 0 && sums[position + 1] > sums[position])
            {
                ReachBounds itself = set.At(position);
                proved -= itself.Proved;
                possible -= itself.Possible;
            }
        }

        return new(proved, possible);
    }
}
