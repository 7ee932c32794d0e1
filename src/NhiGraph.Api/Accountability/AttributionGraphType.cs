using GraphQL.Types;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Evidence;
using NhiGraph.Api.Schema;

namespace NhiGraph.Api.Accountability;

internal sealed class AttributionGraphType : ObjectGraphType<AttributionAnswer>
{
    public AttributionGraphType()
    {
        Name = "Attribution";
        Description = "Who made it.";
        Field<NonNullGraphType<EnumGraphType<KnownState>>>("state").Resolve(context => context.Source.State);
        Field<HumanGraphType>("human").Resolve(context => context.Source.Human);
        Field<EntityGraphType>("via").Description("The identity that acted, where the person behind it is not known.").Resolve(context => context.Source.Via);
        Field<NonNullGraphType<StringGraphType>>("statement").Resolve(context => context.Source.Statement);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EvidenceGraphType>>>>("evidence")
            .Resolve(context => EdgeEvidence.Of(context.Source.Made, context.Source.Edge is { } edge ? [edge.Id] : []));
        Field<NonNullGraphType<CompletenessGraphType>>("completeness").Resolve(context => context.Source.Completeness);
    }
}
