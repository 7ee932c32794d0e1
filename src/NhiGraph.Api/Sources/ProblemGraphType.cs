using GraphQL.Types;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Api.Sources;

internal sealed class ProblemGraphType : ObjectGraphType<Problem>
{
    public ProblemGraphType()
    {
        Name = "Problem";
        Field<NonNullGraphType<StringGraphType>>("code").Resolve(context => context.Source.Code);
        Field<NonNullGraphType<StringGraphType>>("statement").Resolve(context => context.Source.Statement);
        Field<NonNullGraphType<StringGraphType>>("remedy").Resolve(context => context.Source.Remedy);
        Field<StringGraphType>("locator").Description("File with JSON pointer or line.").Resolve(context => context.Source.Locator);
    }
}
