using GraphQL.Types;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Evidence;

internal sealed class ConditionGraphType : ObjectGraphType<Condition>
{
    public ConditionGraphType()
    {
        Name = "Condition";
        Description = "The provider's own words, and one plain sentence.";
        Field<NonNullGraphType<StringGraphType>>("key").Resolve(context => context.Source.Key);
        Field<NonNullGraphType<StringGraphType>>("operator").Resolve(context => context.Source.Operator);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("values").Resolve(context => context.Source.Values);
        Field<NonNullGraphType<StringGraphType>>("statement").Resolve(context => context.Source.Statement);
    }
}
