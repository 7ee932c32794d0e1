using GraphQL.Types;
using NhiGraph.Analysis.Kpis;

namespace NhiGraph.Api.Kpis;

internal sealed class KpiRatioGraphType : ObjectGraphType<KpiRatio>
{
    public KpiRatioGraphType()
    {
        Name = "KpiRatio";
        Field<NonNullGraphType<IntGraphType>>("covered").Resolve(context => context.Source.Covered);
        Field<NonNullGraphType<IntGraphType>>("of").Resolve(context => context.Source.Of);
        Field<NonNullGraphType<IntGraphType>>("unknown").Description("Those not covered of which the sources that were read cannot tell; they are in `of`.").Resolve(context => context.Source.Unknown);
        Field<FloatGraphType>("share").Description("covered / of; null where there is nothing to cover.").Resolve(context => context.Source.Share);
    }
}
