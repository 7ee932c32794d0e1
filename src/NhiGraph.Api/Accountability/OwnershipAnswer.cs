using System.Collections.Immutable;
using NhiGraph.Analysis.OrphanChains;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.Entities;
using NhiGraph.Api.OrphanChains;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Api.Accountability;

/// <summary>Who answers for an entity. UNKNOWN unless an owner is on record, or who works here is known and every dataset that could name an owner was read whole and none is named, not even by a tag that leads to nobody.</summary>
internal sealed record OwnershipAnswer(EntityNode Owned, ImmutableArray<AccessEdge> Edges)
{
    internal CompletenessAnswer Completeness => Relations.Completeness(Owned, IsKnownNobody ? DatasetTells.Owners : DatasetTells.Owners | DatasetTells.People);

    /// <summary>A <see cref="KnownState"/> or the promise of one.</summary>
    internal object? State =>
        Edges.Length > 0 ? KnownState.Known
        : !IsKnownNobody ? KnownState.Unknown
        : Owned.Stored(stored => stored.Node[PropertyNames.Owner] is null && stored.Node[PropertyNames.Team] is null ? KnownState.Known : KnownState.Unknown);

    /// <summary>Whether "none" would be an answer: who works here must be known too, as it must for an orphan.</summary>
    private bool IsKnownNobody => (OrphanKnowledge.Of(Owned.Asked.Snapshot.Coverage, Owned.Graph.ScopeOf(Owned.Node)) & Known.Owners) != 0;

    /// <summary>Its own owners of each role, else those of the identity it is a session of, else of its applications: whom the judgements take for its owners.</summary>
    internal static OwnershipAnswer Of(EntityNode entity)
    {
        var accountability = new Analysis.OrphanChains.Accountability(entity.Graph, entity.Asked.At);
        return new(entity, [.. new[] { OwnershipRole.Business, OwnershipRole.Technical, OwnershipRole.Escalation }.SelectMany(role => accountability.OwnersOf(entity.Node, role)).DistinctBy(edge => edge.Id).OrderBy(edge => edge.Id)]);
    }
}
