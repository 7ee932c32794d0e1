using NhiGraph.Api.Completeness;
using NhiGraph.Api.Entities;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Api.Accountability;

/// <summary>Who made an identity: the first CREATED edge by a person, else by another identity.</summary>
/// <param name="Edge">Null when nobody is on record.</param>
internal sealed record AttributionAnswer(EntityNode Made, AccessEdge? Edge)
{
    internal KnownState State => Edge is null ? KnownState.Unknown : KnownState.Known;

    internal EntityNode? Human => Maker(NodeKinds.Human);

    internal EntityNode? Via => Maker(NodeKinds.Identity);

    internal CompletenessAnswer Completeness => Relations.Completeness(Made, DatasetTells.Creators);

    internal string Statement => Edge is null ? "No source that was read names who created it." : "A source names who created it.";

    internal static AttributionAnswer Of(EntityNode entity)
    {
        AccessGraph graph = entity.Graph;
        AccessEdge[] created = [.. graph.EvidenceIn(entity.Node).Where(edge => edge.Kind == EdgeKind.Created).OrderByDescending(edge => (graph.KindsOf(edge.From) & NodeKinds.Human) != 0)];
        return new(entity, created.Length == 0 ? null : created[0]);
    }

    private EntityNode? Maker(NodeKinds kind) => Edge is { } edge && Made.Other(edge.From) is { } maker && maker.Is(kind) ? maker : null;
}
