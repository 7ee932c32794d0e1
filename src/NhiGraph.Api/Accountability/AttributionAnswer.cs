using GraphQL;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Paging;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Parts;

namespace NhiGraph.Api.Accountability;

/// <summary>Who made a thing, or gave an entitlement: a CREATED edge by a person or by an identity.</summary>
/// <param name="Edge">Null when nobody is on record.</param>
internal sealed record AttributionAnswer(EntityNode Made, AccessEdge? Edge)
{
    internal KnownState State => Edge is null ? KnownState.Unknown : KnownState.Known;

    internal EntityNode? Human => Maker(NodeKinds.Human);

    internal EntityNode? Via => Maker(NodeKinds.Identity);

    internal CompletenessAnswer Completeness => Relations.Completeness(Made, DatasetTells.Creators);

    internal string Statement => Edge is null ? "No source that was read names who created it." : Made.Is(NodeKinds.Entitlement) ? "A source names who gave it to somebody." : "A source names who created it.";

    internal static AttributionAnswer Of(EntityNode entity)
    {
        AccessEdge[] created = Created(entity);
        return new(entity, created.Length == 0 ? null : created[0]);
    }

    /// <summary>A page of all of them, or its promise.</summary>
    internal static object? Page(IResolveFieldContext<EntityNode> context)
    {
        PageArguments arguments = PageArguments.Of(context, context.Source.Asked, "granted by of " + context.Source.Key);
        return context.Source.Related(Relation.Creators, made => Paging.Page.Of(Created(made), arguments, edge => new AttributionAnswer(made, edge), () => Relations.Completeness(made, DatasetTells.Creators)));
    }

    /// <summary>People first.</summary>
    private static AccessEdge[] Created(EntityNode entity) =>
        [.. entity.Graph.EvidenceIn(entity.Node).Where(edge => edge.Kind == EdgeKind.Created).OrderByDescending(edge => (entity.Graph.KindsOf(edge.From) & NodeKinds.Human) != 0)];

    private EntityNode? Maker(NodeKinds kind) => Edge is { } edge && Made.Other(edge.From) is { } maker && maker.Is(kind) ? maker : null;
}
