using GraphQL.Types;
using NhiGraph.Api.Sources;

namespace NhiGraph.Api.Reach;

internal sealed class AssumptionGraphType : ObjectGraphType<AssumptionAnswer>
{
    public AssumptionGraphType()
    {
        Name = "Assumption";
        Description = "A restriction or possibility that was not read, and how many edges rest on it.";
        Field<NonNullGraphType<StringGraphType>>("code").Resolve(context => context.Source.Code);
        Field<NonNullGraphType<StringGraphType>>("statement").Resolve(context => context.Source.Statement);
        Field<SourceGraphType>("source").Resolve(context => context.Source.Source);
        Field<NonNullGraphType<IntGraphType>>("demotes").Resolve(context => context.Source.Demotes);
    }
}
