using System.Collections.Immutable;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.Entities;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Api.Accountability;

/// <summary>Who answers for an entity. UNKNOWN unless an owner is on record, or every dataset that could name one was read whole.</summary>
internal sealed record OwnershipAnswer(EntityNode Owned, ImmutableArray<AccessEdge> Edges)
{
    internal CompletenessAnswer Completeness => Relations.Completeness(Owned, DatasetTells.Owners);

    internal KnownState State => Edges.Length > 0 || Completeness.Complete ? KnownState.Known : KnownState.Unknown;

    internal static OwnershipAnswer Of(EntityNode entity) => new(entity, [.. entity.Asked.Graph.EvidenceIn(entity.Node).Where(edge => edge.Kind == EdgeKind.Owns)]);
}
