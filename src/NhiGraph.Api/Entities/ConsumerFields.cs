using GraphQL.Types;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Entities;

/// <summary>What a consumer is by itself: on the Consumer type and on the facet.</summary>
internal static class ConsumerFields
{
    internal static void AddConsumerFields(this ObjectGraphType<EntityNode> type)
    {
        type.Field<NonNullGraphType<EnumGraphType<ConsumerType>>>("type").Resolve(context => context.Source.Value<ConsumerType>(PropertyNames.ConsumerType));
        type.Field<StringGraphType>("purpose").Resolve(context => context.Source.Text(PropertyNames.Purpose));
        type.Field<UtcDateTimeGraphType>("lastRunAt").Resolve(context => context.Source.Date(PropertyNames.LastRunAt));
        type.Field<NonNullGraphType<BooleanGraphType>>("potential").Description("A trust admits it; no workload was seen behind it.")
            .Resolve(context => context.Source.Stored(stored => EntityNode.FlagOf(stored.Node[PropertyNames.Potential]) ?? false));
    }
}
