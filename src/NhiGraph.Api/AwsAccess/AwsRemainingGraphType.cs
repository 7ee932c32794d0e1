using GraphQL.Types;
using NhiGraph.Api.Evidence;
using NhiGraph.Loaders.Aws.Access;

namespace NhiGraph.Api.AwsAccess;

internal sealed class AwsRemainingGraphType : ObjectGraphType<AwsRemaining>
{
    public AwsRemainingGraphType()
    {
        Name = "AwsRemainingCondition";
        Description = "What must still hold: a condition, one that must not hold, or lists of which all or any must.";
        Field<ConditionGraphType>("condition").Resolve(context => context.Source.Condition);
        Field<ConditionGraphType>("not").Resolve(context => context.Source.Not);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<AwsRemainingGraphType>>>>("allOf").Resolve(context => context.Source.AllOf);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<AwsRemainingGraphType>>>>("anyOf").Resolve(context => context.Source.AnyOf);
        Field<NonNullGraphType<StringGraphType>>("statement").Resolve(context => context.Source.Statement);
    }
}
