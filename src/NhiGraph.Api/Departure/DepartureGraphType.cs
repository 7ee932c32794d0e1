using GraphQL.Types;
using NhiGraph.Api.BlastRadius;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.Reach;

namespace NhiGraph.Api.Departure;

internal sealed class DepartureGraphType : ObjectGraphType<DepartureView>
{
    public DepartureGraphType()
    {
        Name = "Departure";
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<DepartureItemGraphType>>>>("items").Description("Each thing once, the most pressing first; at most 500.").Resolve(context => context.Source.Items);
        Field<NonNullGraphType<IntGraphType>>("totalCount").Resolve(context => context.Source.Total);
        Field<NonNullGraphType<ReachSummaryGraphType>>("exposure").Description("What falls with the secrets that they could know.")
            .Resolve(context => context.Source.Reach.Asked.Ready(context.Source.Reach, reach => reach.Summary));
        Field<BlastRadiusGraphType>("blastRadius").Description("The same, with all that is in it.").Resolve(context => context.Source.Reach.Asked.Ready(context.Source.Reach, reach => reach));
        Field<NonNullGraphType<StringGraphType>>("statement").Resolve(context => context.Source.Statement);
        Field<NonNullGraphType<CompletenessGraphType>>("completeness").Resolve(context => context.Source.Completeness);
    }
}
