using GraphQL.Types;
using NhiGraph.Analysis.Answers;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Schema;

namespace NhiGraph.Api.ToxicCombinations;

internal sealed class ToxicCombinationGraphType : ObjectGraphType<ToxicView>
{
    public ToxicCombinationGraphType()
    {
        Name = "ToxicCombination";
        Field<NonNullGraphType<IdGraphType>>("id").Resolve(context => context.Source.Id);
        Field<NonNullGraphType<ToxicRuleGraphType>>("rule").Resolve(context => context.Source.Rule);
        Field<NonNullGraphType<EntityGraphType>>("actor").Description("The smallest: nobody it controls can do all parts.").Resolve(context => context.Source.Actor);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EntityGraphType>>>>("controlGroup")
            .Description("The actor, those who can become it and it can become, and the identities by which it does the parts; at most 200.").Resolve(context => context.Source.ControlGroup);
        Field<NonNullGraphType<IntGraphType>>("controlGroupSize").Resolve(context => context.Source.ControlGroupSize);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ToxicPartGraphType>>>>("parts")
            .Resolve(context => context.Source.Combination.Parts.Select(part => new ToxicPartView(context.Source, part)));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("accounts").Description("Where it can; empty where the rule spans the estate. The parts are those of the first.")
            .Resolve(context => context.Source.Combination.Accounts);
        Field<BooleanGraphType>("byTechnique").Description("Of the rule administrators: whether every way takes a technique; null for other rules.").Resolve(context => context.Source.ByTechnique);
        Field<NonNullGraphType<EnumGraphType<Severity>>>("severity").Resolve(context => context.Source.Rule.Severity);
        Field<RuleExceptionGraphType>("exception").Description("The latest made, whether or not it still holds.").Resolve(context => context.Source.Combination.Exception is null ? null : context.Source);
        Field<NonNullGraphType<StringGraphType>>("statement").Resolve(context => context.Source.Statement);
    }
}
