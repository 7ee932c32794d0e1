using GraphQL;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Paging;
using NhiGraph.Api.Snapshots;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Api.Holdings;

/// <summary>One ON edge of an entitlement.</summary>
internal sealed record EntitlementTarget(AskedGraph Asked, AccessEdge Edge)
{
    internal EntityNode Resource => Asked.Entity(Edge.To);

    internal OnTarget On => Asked.Graph.OnOf(Edge.Id) ?? OnTarget.AllowSelf;

    internal static object Page(IResolveFieldContext<EntityNode> context)
    {
        AskedGraph asked = context.Source.Asked;
        return Paging.Page.Of(asked.Graph.Targets(context.Source.Node).ToList(), PageArguments.Of(context, asked, "targets of " + context.Source.Key),
            edge => new EntitlementTarget(asked, edge), () => Relations.Completeness(context.Source, DatasetTells.Grants | DatasetTells.Restrictions));
    }
}
