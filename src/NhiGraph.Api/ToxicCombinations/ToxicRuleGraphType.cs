using GraphQL.Types;
using NhiGraph.Analysis.Answers;
using NhiGraph.Analysis.ToxicCombinations;
using NhiGraph.Api.Schema;

namespace NhiGraph.Api.ToxicCombinations;

internal sealed class ToxicRuleGraphType : ObjectGraphType<ToxicRule>
{
    public ToxicRuleGraphType()
    {
        Name = "ToxicRule";
        Description = "What no single actor may be able to do together.";
        Field<NonNullGraphType<IdGraphType>>("id").Resolve(context => context.Source.Id);
        Field<NonNullGraphType<StringGraphType>>("title").Resolve(context => context.Source.Title);
        Field<NonNullGraphType<StringGraphType>>("why").Resolve(context => context.Source.Why);
        Field<NonNullGraphType<EnumGraphType<RuleSpan>>>("within").Resolve(context => context.Source.Span);
        Field<NonNullGraphType<EnumGraphType<Severity>>>("severity").Resolve(context => context.Source.Severity);
        Field<NonNullGraphType<StringGraphType>>("source").Resolve(context => context.Source.Source);
    }
}
