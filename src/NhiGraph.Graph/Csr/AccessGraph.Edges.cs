using System.Collections.Immutable;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Csr;

public sealed partial class AccessGraph
{
    /// <summary>Walked edges that leave a node, in key order.</summary>
    public AccessEdges Out(int node) => new(this, EdgeBlock.Walked, node, entering: false);

    /// <summary>Walked edges that enter a node.</summary>
    public AccessEdges In(int node) => new(this, EdgeBlock.Walked, node, entering: true);

    /// <summary>ON edges of an entitlement.</summary>
    public AccessEdges Targets(int entitlement) => new(this, EdgeBlock.On, entitlement, entering: false);

    /// <summary>ON edges that name a resource itself (not its containers).</summary>
    public AccessEdges TargetedBy(int resource) => new(this, EdgeBlock.On, resource, entering: true);

    /// <summary>Evidence edges that leave a node.</summary>
    public AccessEdges EvidenceOut(int node) => new(this, EdgeBlock.Evidence, node, entering: false);

    /// <summary>Evidence edges that enter a node.</summary>
    public AccessEdges EvidenceIn(int node) => new(this, EdgeBlock.Evidence, node, entering: true);

    /// <summary>O(log V): the tail is searched for.</summary>
    public AccessEdge EdgeAt(int edge)
    {
        int block = BlockOf(edge);
        return Edge(block, edge, TailOf(block, edge), Heads[edge], Flags[edge]);
    }

    public Validity ValidityOf(int edge) => EdgeFlags.IsDated(Flags[edge]) ? DetailsOf(edge).Validity : Validity.Always;

    public string? TechniqueOf(int edge) => DetailsOf(edge).Technique;

    public ImmutableArray<Condition> ConditionsOf(int edge) => DetailsOf(edge).Conditions;

    public ImmutableArray<string> AssumptionsOf(int edge) => EdgeFlags.IsAssumed(Flags[edge]) ? DetailsOf(edge).Assumptions : [];

    public OnTarget? OnOf(int edge) => DetailsOf(edge).On;

    /// <summary>
    /// From when until when no edge begins or ceases to work, and none of some dates of nodes comes: what is asked of them at any instant between is answered as at this one. O(different details + dates).
    /// </summary>
    public (long From, long Until) UnchangedAround(long at, params ReadOnlySpan<NodeDate> dates)
    {
        (long from, long until) = (long.MinValue, long.MaxValue);
        foreach (EdgeDetails details in Content.Details)
        {
            foreach (long change in (ReadOnlySpan<long>)[details.Validity.From, details.Validity.Until])
            {
                from = change <= at ? Math.Max(from, change) : from;
                until = change > at ? Math.Min(until, change) : until;
            }
        }

        foreach (NodeDate date in dates)
        {
            foreach (long change in Content.Dates[(int)date].Seconds)
            {
                from = change <= at ? Math.Max(from, change) : from;
                until = change > at ? Math.Min(until, change) : until;
            }
        }

        return (from, until);
    }

    /// <summary>What the tail of an OWNS edge answers for. O(log E).</summary>
    public OwnershipRole RoleOf(int edge) => VocabularyText.ParseOrDefault<OwnershipRole>(DetailsOf(edge).Qualifier.ToUpperInvariant());

    /// <summary>All that is kept of the edge beside its ends, kind and certainty. O(log E).</summary>
    public EdgeDetails DetailsOf(int edge) => Content.DetailsOf(edge);

    /// <summary>The identity of an edge, to find its evidence in the store.</summary>
    public EdgeKey EdgeKeyOf(int edge)
    {
        AccessEdge found = EdgeAt(edge);
        return new(found.Kind, KeyOf(found.From), KeyOf(found.To), DetailsOf(edge).Qualifier);
    }

    internal static AccessEdge Edge(int block, int edge, int from, int to, byte flags) =>
        new(edge, from, to, EdgeBlock.KindOf(block, flags), EdgeFlags.CertaintyOf(flags), EdgeFlags.IsAssumed(flags));

    private int BlockOf(int edge)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)edge, (uint)EdgeCount, nameof(edge));
        return edge < Content.Offsets[EdgeBlock.On][0] ? EdgeBlock.Walked : edge < Content.Offsets[EdgeBlock.Evidence][0] ? EdgeBlock.On : EdgeBlock.Evidence;
    }

    /// <summary>The last node whose edges begin at or before this one.</summary>
    private int TailOf(int block, int edge)
    {
        int[] offsets = Content.Offsets[block];
        int low = 0;
        int high = NodeCount - 1;
        while (low < high)
        {
            int middle = low + ((high - low + 1) >>> 1);
            if (offsets[middle] <= edge)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }
}
