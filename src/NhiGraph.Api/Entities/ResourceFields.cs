using GraphQL.Types;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Entities;

/// <summary>What a resource is by itself: on the Resource type and on the facet.</summary>
internal static class ResourceFields
{
    internal static void AddResourceFields(this ObjectGraphType<EntityNode> type)
    {
        type.Field<NonNullGraphType<EnumGraphType<ResourceType>>>("type").Resolve(context => context.Source.Value<ResourceType>(PropertyNames.ResourceType));
        type.Field<StringGraphType>("providerType").Description("The provider's own word for the type, e.g. s3:bucket.").Resolve(context => context.Source.Text(PropertyNames.ProviderType));
        type.Field<NonNullGraphType<BooleanGraphType>>("container").Resolve(context => context.Source.Graph.TraitsOf(context.Source.Node) == ResourceTraits.Container);
        type.Field<NonNullGraphType<EnumGraphType<Sensitivity>>>("sensitivity").Resolve(context => context.Source.Graph.SensitivityOf(context.Source.Node));
        type.Field<StringGraphType>("criticality").Resolve(context => context.Source.Text(PropertyNames.Criticality));
        type.Field<NonNullGraphType<BooleanGraphType>>("known").Description("False: something names it, no source listed it.")
            .Resolve(context => context.Source.Stored(stored => EntityNode.FlagOf(stored.Node[PropertyNames.Known]) ?? true));
        type.Field<EntityGraphType>("parent").Resolve(context => ParentOf(context.Source));
        type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<EntityGraphType>>>>("path").Description("Its containers, outermost first.").Resolve(context => ContainersOf(context.Source));
    }

    private static EntityNode? ParentOf(EntityNode resource) => resource.Graph.ParentOf(resource.Node) is >= 0 and int parent ? resource.Other(parent) : null;

    private static List<EntityNode> ContainersOf(EntityNode resource)
    {
        var containers = new List<EntityNode>();
        for (EntityNode? container = ParentOf(resource); container is not null; container = ParentOf(container))
        {
            containers.Add(container);
        }

        containers.Reverse();
        return containers;
    }
}
