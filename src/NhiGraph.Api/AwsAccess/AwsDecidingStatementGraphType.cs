using GraphQL.Types;
using NhiGraph.Api.Schema;
using NhiGraph.Loaders.Aws.Access;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Api.AwsAccess;

internal sealed class AwsDecidingStatementGraphType : ObjectGraphType<AwsDecidingStatement>
{
    public AwsDecidingStatementGraphType()
    {
        Name = "AwsDecidingStatement";
        Description = "A statement that decided, what was missing, or a rule of AWS itself.";
        Field<StringGraphType>("policy").Resolve(context => context.Source.Policy);
        Field<NonNullGraphType<EnumGraphType<AwsPolicyKind>>>("kind").Resolve(context => context.Source.Kind);
        Field<IntGraphType>("statement").Description("Its place in the document, from 0; null for what is no statement.").Resolve(context => context.Source.Statement);
        Field<StringGraphType>("sid").Resolve(context => context.Source.Sid);
        Field<StringGraphType>("reason").Description("What was missing, or the rule; null for a statement.").Resolve(context => context.Source.Reason);
    }
}
