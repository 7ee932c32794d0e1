using GraphQL.Types;
using NhiGraph.Api.Schema;
using NhiGraph.Api.Usage;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Entities;

/// <summary>What an identity is by itself: on the Identity type and on the facet.</summary>
internal static class IdentityFields
{
    internal static void AddIdentityFields(this ObjectGraphType<EntityNode> type)
    {
        type.Field<NonNullGraphType<EnumGraphType<IdentityType>>>("type").Resolve(context => context.Source.Value<IdentityType>(PropertyNames.IdentityType));
        type.Field<NonNullGraphType<EnumGraphType<IdentityNature>>>("nature").Resolve(context => context.Source.Value<IdentityNature>(PropertyNames.Nature));
        type.Field<BooleanGraphType>("enabled").Resolve(context => context.Source.Flag(PropertyNames.Enabled));
        type.Field<UtcDateTimeGraphType>("createdAt").Resolve(context => context.Source.Date(PropertyNames.CreatedAt));
        type.Field<NonNullGraphType<UsageGraphType>>("lastUsed").Resolve(context => UsageAnswer.Of(context.Source));
        type.Field<StringGraphType>("purpose").Resolve(context => context.Source.Text(PropertyNames.Purpose));
        type.Field<UtcDateTimeGraphType>("expiresAt").Resolve(context => context.Source.Date(PropertyNames.ExpiresAt));
    }
}
