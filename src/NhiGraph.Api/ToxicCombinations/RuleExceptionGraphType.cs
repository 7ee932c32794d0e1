using GraphQL.Types;
using NhiGraph.Api.Schema;

namespace NhiGraph.Api.ToxicCombinations;

internal sealed class RuleExceptionGraphType : ObjectGraphType<ToxicView>
{
    public RuleExceptionGraphType()
    {
        Name = "RuleException";
        Field<NonNullGraphType<BooleanGraphType>>("holds").Description("False once it ended: the combination counts again.").Resolve(context => context.Source.ExceptionHolds);
        Field<NonNullGraphType<UtcDateTimeGraphType>>("until").Resolve(context => context.Source.Combination.Exception!.Until);
        Field<NonNullGraphType<StringGraphType>>("by").Resolve(context => context.Source.Combination.Exception!.By);
        Field<NonNullGraphType<StringGraphType>>("why").Resolve(context => context.Source.Combination.Exception!.Why);
    }
}
