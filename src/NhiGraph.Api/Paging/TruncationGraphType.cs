using GraphQL.Types;

namespace NhiGraph.Api.Paging;

internal sealed class TruncationGraphType : ObjectGraphType<Truncation>
{
    public TruncationGraphType()
    {
        Name = "Truncation";
        Description = "What a bound left out.";
        Field<NonNullGraphType<StringGraphType>>("statement").Resolve(context => context.Source.Statement);
        Field<IntGraphType>("omitted").Description("How many, where that is known.").Resolve(context => context.Source.Omitted);
    }
}
