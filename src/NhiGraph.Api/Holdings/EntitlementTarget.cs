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
        // The context is used again for other fields: what is asked later must not hold on to it.
        EntityNode entitlement = context.Source;
        AskedGraph asked = entitlement.Asked;
        return Paging.Page.Of(asked.Graph.Targets(entitlement.Node).ToList(), PageArguments.Of(context, asked, "targets of " + entitlement.Key),
            edge => new EntitlementTarget(asked, edge), () => Relations.Completeness(entitlement, DatasetTells.Grants | DatasetTells.Restrictions));
    }
}
