using NhiGraph.Analysis.Chains;
using NhiGraph.Api.BlastRadius;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Paging;
using NhiGraph.Api.Reach;
using NhiGraph.Api.Snapshots;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Chains;

/// <summary>A chain in the request's snapshot, with the question of what its identity reaches.</summary>
/// <param name="Reach">Shared by the chains of one identity.</param>
internal sealed record ChainView(AskedGraph Asked, Chain Chain, BlastRadiusQuestion Reach)
{
    private const int MostVia = 200;

    internal EntityNode? Consumer => Entity(Chain.Consumer);

    internal EntityNode? Credential => Entity(Chain.Credential);

    internal EntityNode Identity => Asked.Entity(Chain.Identity);

    /// <summary>The nearest of the identities that it may take on further.</summary>
    internal IEnumerable<EntityNode> Via => Reach.Answer.Entities(NodeKinds.Identity, 0, MostVia).Items.Select(reached => Asked.Entity(reached.Node));

    internal Truncation? Truncated => Reach.Summary.Summary.Identities.Possible is > MostVia and int all
        ? new($"via has the nearest {MostVia} identities only; blastRadius lists all.", all - MostVia)
        : null;

    internal BoundsAnswer Resources => new(Reach.Summary.Summary.Resources, Reach.Open);

    internal IEnumerable<ChainLink> Missing => Chain.Missing(Reach.Answer.ReachesResources);

    private EntityNode? Entity(int node) => node < 0 ? null : Asked.Entity(node);
}
