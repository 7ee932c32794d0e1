using System.Collections.Immutable;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.Entities;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Api.Accountability;

/// <summary>Who answers for an entity. UNKNOWN unless an owner is on record, or every dataset that could name one was read whole and none is named, not even by a tag that leads to nobody.</summary>
internal sealed record OwnershipAnswer(EntityNode Owned, ImmutableArray<AccessEdge> Edges)
{
    internal CompletenessAnswer Completeness => Relations.Completeness(Owned, DatasetTells.Owners);

    /// <summary>A <see cref="KnownState"/> or the promise of one.</summary>
    internal object? State =>
        Edges.Length > 0 ? KnownState.Known
        : !Completeness.Complete ? KnownState.Unknown
        : Owned.Stored(stored => stored.Node[PropertyNames.Owner] is null && stored.Node[PropertyNames.Team] is null ? KnownState.Known : KnownState.Unknown);

    internal static OwnershipAnswer Of(EntityNode entity) => new(entity, [.. entity.Graph.EvidenceIn(entity.Node).Where(edge => edge.Kind == EdgeKind.Owns)]);
}
