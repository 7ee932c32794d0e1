using GraphQL.Types;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Reach;
using NhiGraph.Api.Schema;
using NhiGraph.Loaders.Aws.Access;

namespace NhiGraph.Api.AwsAccess;

internal sealed class AwsAccessGraphType : ObjectGraphType<AwsAccessView>
{
    public AwsAccessGraphType()
    {
        Name = "AwsAccess";
        Description = "Whether a principal may do one action on one resource, and what decided it.";
        Field<NonNullGraphType<EntityGraphType>>("principal").Resolve(context => context.Source.Principal);
        Field<NonNullGraphType<StringGraphType>>("action").Resolve(context => context.Source.Question.Action);
        Field<NonNullGraphType<StringGraphType>>("resource").Resolve(context => context.Source.Question.Resource);
        Field<NonNullGraphType<EnumGraphType<AwsDecision>>>("decision").Resolve(context => context.Source.Answer.Decision);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<AwsDecidingStatementGraphType>>>>("decidedBy").Description("Allowed: what grants it and lets it through. Denied: what denies it, or what was missing. Conditional: what it hangs on.").Resolve(context => context.Source.Answer.DecidedBy);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<AwsRemainingGraphType>>>>("conditions").Description("All must hold for it to be allowed.").Resolve(context => context.Source.Answer.Conditions);
        Field<NonNullGraphType<StringGraphType>>("statement").Description("The answer as one sentence.").Resolve(context => context.Source.Answer.Statement);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<AssumptionGraphType>>>>("assumptions").Description("What was not read and could change the answer.").Resolve(context => context.Source.Assumptions);
        Field<NonNullGraphType<CompletenessGraphType>>("completeness").Resolve(context => context.Source.Completeness);
        Field<NonNullGraphType<StringGraphType>>("graphVersion").Resolve(context => context.Source.Asked.Version);
    }
}
