using GraphQL;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Paging;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Parts;

namespace NhiGraph.Api.Holdings;

/// <summary>One ON edge of an entitlement.</summary>
internal sealed record EntitlementTarget(EntityNode Entitlement, AccessEdge Edge)
{
    internal EntityNode Resource => Entitlement.Other(Edge.To);

    internal OnTarget On => Entitlement.Graph.OnOf(Edge.Id) ?? OnTarget.AllowSelf;

    internal IEnumerable<Condition> Conditions => Entitlement.Graph.ConditionsOf(Edge.Id);

    internal static object? Page(IResolveFieldContext<EntityNode> context)
    {
        // The context is used again for other fields: what is asked later must not hold on to it.
        PageArguments arguments = PageArguments.Of(context, context.Source.Asked, "targets of " + context.Source.Key);
        return context.Source.Related(Relation.Targets, entitlement => Paging.Page.Of(entitlement.Graph.Targets(entitlement.Node), arguments,
            edge => new EntitlementTarget(entitlement, edge), () => Relations.Completeness(entitlement, DatasetTells.Grants | DatasetTells.Restrictions)));
    }
}
