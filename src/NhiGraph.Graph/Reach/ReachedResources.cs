using System.Numerics;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Reach;

/// <summary>
/// The resources that the reached entitlements cover: per hub its ON allows minus its excepts, then the union. Counted without enumerating; listed nearest first, then by key.
/// Starts are left out. Good until the workspace is used again.
/// </summary>
public sealed class ReachedResources
{
    private readonly ReachWorkspace workspace;
    private readonly HubCoverage coverage;
    private readonly AccessGraph graph;
    private readonly ResourceCounts counts;
    private readonly ResourceSweep sweep = new();
    private readonly int positionBits;
    private ulong[] listed = [];
    private ulong[] scratch = [];
    private int[] nodes = [];
    private bool hasCounts;
    private bool hasSegments;

    internal ReachedResources(ReachWorkspace workspace, HubCoverage coverage)
    {
        this.workspace = workspace;
        this.coverage = coverage;
        graph = workspace.Graph;
        counts = new ResourceCounts(graph);
        positionBits = 32 - BitOperations.LeadingZeroCount((uint)graph.Tree.Nodes.Length);
    }

    /// <summary>Resources that hold data or run code.</summary>
    public ReachBounds Counted => Counts().Counted;

    /// <summary>Those of them that are confidential or more.</summary>
    public ReachBounds Sensitive => Counts().Sensitive;

    /// <summary>Containers over which ADMINISTER is reached.</summary>
    public ReachBounds Administered => Counts().Administered;

    /// <summary>Made when first asked for: the summary's counts need none.</summary>
    internal ReadOnlySpan<ResourceSegment> Segments
    {
        get
        {
            if (!hasSegments)
            {
                Sweep();
                hasSegments = true;
            }

            return sweep.Segments;
        }
    }

    /// <summary>Resources of any sort but containers on which the capability is reached: users and roles too, for rights over them are rights.</summary>
    public ReachBounds CountOf(Capability capability) => Count(graph.Sums.Targets, CapabilitySet.Of(capability));

    /// <summary>What is reached on one resource; false when nothing is, or it is a start.</summary>
    public bool TryFind(int node, out ReachedResource resource)
    {
        int position = graph.Tree.Positions[node];
        int at = position < 0 ? -1 : SegmentAt(position);
        resource = at < 0 ? default : Of(node, Segments[at]);
        return at >= 0;
    }

    /// <summary>The nodes that the query asks for, nearest first, then by key. O(matches), and what <see cref="TryFind"/> tells of each is O(log segments).</summary>
    public ReadOnlySpan<int> List(ResourceQuery query)
    {
        int count = 0;
        (int from, int until) = query.Under is { } under ? Subtree(under) : (0, graph.Tree.Nodes.Length);
        foreach (ResourceSegment segment in Segments)
        {
            if (query.Capabilities.IsEmpty || (query.Capabilities.Bits & segment.Possible) != 0)
            {
                for (int position = Math.Max(segment.Start, from); position < Math.Min(segment.End, until); position++)
                {
                    int node = graph.Tree.Nodes[position];
                    if (IsSelected(node, query, segment.Possible))
                    {
                        Listed(count++) = (ulong)segment.Distance << 32 | (uint)node;
                    }
                }
            }
        }

        WordSort.Sort(listed.AsSpan(0, count), ref scratch, 0, 32 + 24);
        nodes = nodes.Length < count ? new int[Math.Max(count, nodes.Length * 2)] : nodes;
        for (int i = 0; i < count; i++)
        {
            nodes[i] = (int)(uint)listed[i];
        }

        return nodes.AsSpan(0, count);
    }

    /// <summary>The ON edge that ends the shortest path to a reached resource: of the nearest hubs that give it (with the capability, where given) the least edge. -1 when there is none.</summary>
    public int OnEdgeOf(int resource, Capability? capability = null)
    {
        int best = -1;
        int nearest = int.MaxValue;
        for (int node = resource; node != -1; node = graph.ParentOf(node))
        {
            foreach (AccessEdge edge in graph.TargetedBy(node))
            {
                int distance = workspace.DistanceOf(edge.From);
                if (distance >= 0 && (distance < nearest || (distance == nearest && edge.Id < best)) && coverage.Reports(edge.From)
                    && (capability is null || graph.CapabilityOf(edge.From) == capability) && coverage.Allows(edge.From, edge.Id) && coverage.Covers(edge, resource))
                {
                    (best, nearest) = (edge.Id, distance);
                }
            }
        }

        return best;
    }

    internal void Begin()
    {
        hasCounts = false;
        hasSegments = false;
    }

    private ResourceCounts Counts()
    {
        if (!hasCounts)
        {
            Count();
            hasCounts = true;
        }

        return counts;
    }

    private void Count()
    {
        Closure proved = workspace.Proved;
        foreach (ReachedHub hub in workspace.Hubs)
        {
            bool isProved = proved.Contains(hub.Node);
            int capability = graph.Hubs.CapabilityOf(hub.Node);
            foreach (TargetRange range in coverage.RangesOf(hub.Node))
            {
                if (coverage.Gives(range))
                {
                    counts.Add(range, capability, isProved && range.Level == (int)Certainty.Proved);
                }
            }
        }

        counts.Finish(workspace.Closure.Entries[..workspace.Closure.StartCount]);
    }

    private void Sweep()
    {
        sweep.Clear();
        foreach (ReachedHub hub in workspace.Hubs)
        {
            int strength = (int)workspace.CertaintyOf(hub.Node);
            int capability = graph.Hubs.CapabilityOf(hub.Node);
            foreach (TargetRange range in coverage.RangesOf(hub.Node))
            {
                if (coverage.Gives(range))
                {
                    sweep.Add(range, capability, Math.Min(strength, range.Level), hub.Distance + 1);
                }
            }
        }

        foreach (int start in workspace.Starts)
        {
            if (graph.Tree.Positions[start] is int position and >= 0)
            {
                sweep.LeaveOut(position);
            }
        }

        sweep.Sweep(positionBits, workspace.Closure.LayerCount);
    }

    private ReachBounds Count(int[] sums, CapabilitySet of)
    {
        int proved = 0;
        int possible = 0;
        foreach (ref readonly ResourceSegment segment in Segments)
        {
            int count = sums[segment.End] - sums[segment.Start];
            possible += (segment.Possible & of.Bits) != 0 ? count : 0;
            proved += (segment.Proved & of.Bits) != 0 ? count : 0;
        }

        return new(proved, possible);
    }

    private int SegmentAt(int position)
    {
        ReadOnlySpan<ResourceSegment> segments = Segments;
        int low = 0;
        int high = segments.Length - 1;
        while (low <= high)
        {
            int middle = low + (high - low >>> 1);
            if (position < segments[middle].Start)
            {
                high = middle - 1;
            }
            else if (position >= segments[middle].End)
            {
                low = middle + 1;
            }
            else
            {
                return middle;
            }
        }

        return -1;
    }

    private (int From, int Until) Subtree(int node) =>
        graph.Tree.Positions[node] is int position and >= 0 ? (position, graph.Tree.Ends[position]) : (0, 0);

    private bool IsSelected(int node, ResourceQuery query, uint possible) =>
        graph.SensitivityOf(node) >= query.MinSensitivity && query.Selection switch
        {
            ResourceSelection.Counted => ResourceSums.IsCounted(graph.TraitsOf(node)),
            ResourceSelection.Administered => IsAdministered(node, possible),
            ResourceSelection.Targets => graph.TraitsOf(node) != ResourceTraits.Container || IsAdministered(node, possible),
            _ => true,
        };

    private bool IsAdministered(int node, uint possible) =>
        graph.TraitsOf(node) == ResourceTraits.Container && (possible >> (int)Capability.Administer & 1) != 0;

    private ref ulong Listed(int index)
    {
        if (index == listed.Length)
        {
            Array.Resize(ref listed, Math.Max(64, index * 2));
        }

        return ref listed[index];
    }

    private static ReachedResource Of(int node, ResourceSegment segment) =>
        new(node, segment.Distance, (Certainty)segment.Certainty, new(segment.Proved), new(segment.Possible));
}
