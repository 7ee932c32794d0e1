using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Graph.Csr;

/// <summary>What every hub covers by default: not strict, all dates aside. Hubs whose ON edges carry dates are left out and resolved when asked.</summary>
internal sealed class HubTargets
{
    internal const byte HasTargets = 1;
    internal const byte HasAssumed = 2;
    internal const byte HasDated = 4;
    private const int NodesOfAPart = 1 << 15;

    private readonly Hub[] hubs;
    private readonly TargetRange[] ranges;

    private HubTargets(Hub[] hubs, TargetRange[] ranges)
    {
        this.hubs = hubs;
        this.ranges = ranges;
    }

    internal long Bytes => hubs.Length * 8L + ranges.Length * 8L;

    /// <summary>Whether the node has ON edges, and whether one of them rests on an assumption or has dates.</summary>
    internal byte MarksOf(int node) => hubs[node].Marks;

    /// <summary>The capability of a node with ON edges.</summary>
    internal byte CapabilityOf(int hub) => hubs[hub].Capability;

    internal ReadOnlySpan<TargetRange> RangesOf(int hub) => ranges.AsSpan(hubs[hub].First, hubs[hub + 1].First - hubs[hub].First);

    /// <summary>Asks for the memory of a node that will be looked at soon.</summary>
    internal void Expect(int node) => Prefetch.Of(ref hubs[node]);

    /// <summary>Asks for the memory of its ranges; a little later, for where they are is read from the node.</summary>
    internal void ExpectRanges(int node) => Prefetch.Of(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(ranges), hubs[node].First));

    /// <summary>O(V + E log E of a hub), part by part on all cores; the outcome does not depend on their number.</summary>
    internal static HubTargets Build(GraphContent content, ContainmentTree tree)
    {
        int nodes = content.Keys.Count;
        Hub[] hubs = LargeArray.Uninitialized<Hub>(nodes + 1);
        var parts = new List<TargetRange>[(nodes + NodesOfAPart - 1) / NodesOfAPart];
        Parallel.For(0, parts.Length, part => parts[part] = Resolve(content, tree, hubs, part * NodesOfAPart, Math.Min(nodes, (part + 1) * NodesOfAPart)));
        TargetRange[] ranges = LargeArray.Uninitialized<TargetRange>(parts.Sum(part => part.Count));
        int before = 0;
        for (int part = 0; part < parts.Length; part++)
        {
            parts[part].CopyTo(ranges, before);
            foreach (ref Hub hub in hubs.AsSpan(part * NodesOfAPart, Math.Min(NodesOfAPart, nodes - part * NodesOfAPart)))
            {
                hub = hub with { First = hub.First + before };
            }

            before += parts[part].Count;
        }

        hubs[nodes] = new Hub(before, 0, GraphContent.NoCapability);
        return new HubTargets(hubs, ranges);
    }

    /// <summary>The ranges of neighbouring nodes; where they begin is counted from the first of these.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static List<TargetRange> Resolve(GraphContent content, ContainmentTree tree, Hub[] hubs, int first, int end)
    {
        int[] edges = content.Offsets[EdgeBlock.On];
        var resolver = new TargetResolver(content, tree);
        var ranges = new List<TargetRange>(edges[end] - edges[first]);
        for (int node = first; node < end; node++)
        {
            byte marks = MarksOf(content, edges[node], edges[node + 1]);
            hubs[node] = new Hub(ranges.Count, marks, content.Capabilities[node]);
            if ((marks & (HasTargets | HasDated)) == HasTargets)
            {
                resolver.Resolve(node, strict: false, includeInactive: false, at: 0);
                ranges.AddRange(resolver.Ranges.Span);
            }
        }

        return ranges;
    }

    private static byte MarksOf(GraphContent content, int first, int end)
    {
        int marks = first == end ? 0 : HasTargets;
        for (int edge = first; edge < end; edge++)
        {
            marks |= EdgeFlags.IsAssumed(content.Flags[edge]) ? HasAssumed : 0;
            marks |= EdgeFlags.IsDated(content.Flags[edge]) ? HasDated : 0;
        }

        return (byte)marks;
    }

    /// <summary>All that a question asks of a hub before its ranges, in one place of memory.</summary>
    private readonly record struct Hub(int First, byte Marks, byte Capability);
}
