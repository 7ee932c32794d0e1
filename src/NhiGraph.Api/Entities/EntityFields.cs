using GraphQL.Types;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Entities;

/// <summary>The fields that every entity has, the interface and each concrete type alike.</summary>
internal static class EntityFields
{
    internal static void AddEntityFields(this ObjectGraphType<EntityNode> type)
    {
        type.Field<NonNullGraphType<IdGraphType>>("id").Resolve(context => context.Source.Key);
        type.Field<NonNullGraphType<StringGraphType>>("key").Resolve(context => context.Source.Key);
        type.Field<NonNullGraphType<StringGraphType>>("name").Resolve(context => context.Source.Stored(stored => stored.Node.Name));
        type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<EnumGraphType<NodeKind>>>>>("kinds").Resolve(context => EntityKinds.Of(context.Source.Kinds));
        type.Field<StringGraphType>("environment").Resolve(context => context.Source.Graph.EnvironmentOf(context.Source.Node));
        type.Field<NonNullGraphType<UtcDateTimeGraphType>>("firstSeen").Resolve(context => context.Source.Stored(stored => stored.FirstSeen));
        type.Field<NonNullGraphType<UtcDateTimeGraphType>>("lastSeen").Resolve(context => context.Source.Stored(stored => stored.LastSeen));
        type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<PropertyGraphType>>>>("properties")
            .Description("The provider's own facts.").Resolve(context => context.Source.Stored(stored => stored.Node.Properties));
        type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<AssertionGraphType>>>>("assertions")
            .Description("Who says that this exists.").Resolve(context => context.Source.Stored(stored => stored.Assertions));
        type.Field<IdentityFacetGraphType>("identity").Resolve(context => context.Source.Is(NodeKinds.Identity) ? context.Source : null);
        type.Field<ConsumerFacetGraphType>("consumer").Resolve(context => context.Source.Is(NodeKinds.Consumer) ? context.Source : null);
        type.Field<ResourceFacetGraphType>("resource").Resolve(context => context.Source.Is(NodeKinds.Resource) ? context.Source : null);
    }

    /// <summary>An object type of the contract's <c>Entity</c> with its fields.</summary>
    internal static void AsEntity(this ObjectGraphType<EntityNode> type)
    {
        type.Interface<NodeGraphType>();
        type.Interface<EntityGraphType>();
        type.AddEntityFields();
    }
}
