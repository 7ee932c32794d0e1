using NhiGraph.Analysis.Chains;
using NhiGraph.Api.BlastRadius;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Paging;
using NhiGraph.Api.Reach;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Chains;

/// <summary>A chain in the request's snapshot, with the question of what its identity reaches.</summary>
/// <param name="Graph">Whose chain it is.</param>
/// <param name="Reach">Shared by the chains of one identity.</param>
internal sealed record ChainView(AccessGraph Graph, Chain Chain, BlastRadiusQuestion Reach)
{
    private const int MostVia = 200;

    internal EntityNode? Consumer => Entity(Chain.Consumer);

    internal EntityNode? Credential => Entity(Chain.Credential);

    internal EntityNode Identity => new(Reach.Asked, Graph, Chain.Identity);

    /// <summary>The nearest of the identities that it may take on further. This and what follows is a value, or its promise.</summary>
    internal object? Via => Reached(reach => reach.Answer.Entities(NodeKinds.Identity, 0, MostVia).Items.Select(reached => reach.Entity(reached.Node)).ToList());

    internal object? Truncated => Reached(reach => reach.Summary.Summary.Identities.Possible is > MostVia and int all
        ? new Truncation($"via has the nearest {MostVia} identities only; blastRadius lists all.", all - MostVia)
        : null);

    internal object? Resources => Reached(reach => new BoundsAnswer(reach.Summary.Summary.Resources, reach.Open));

    internal object? Missing => Reached(reach => Chain.Missing(reach.Answer.ReachesResources).ToList());

    internal object? Reached(Func<BlastRadiusQuestion, object?> select) => Reach.Asked.Ready(Reach, select);

    private EntityNode? Entity(int node) => node < 0 ? null : new(Reach.Asked, Graph, node);
}
