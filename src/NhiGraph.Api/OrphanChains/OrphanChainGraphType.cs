using GraphQL.Types;
using NhiGraph.Analysis.Answers;
using NhiGraph.Analysis.Chains;
using NhiGraph.Analysis.OrphanChains;
using NhiGraph.Api.Accountability;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Reach;
using NhiGraph.Api.Schema;

namespace NhiGraph.Api.OrphanChains;

internal sealed class OrphanChainGraphType : ObjectGraphType<OrphanView>
{
    public OrphanChainGraphType()
    {
        Name = "OrphanChain";
        Field<NonNullGraphType<IdGraphType>>("id").Resolve(context => context.Source.Id);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EnumGraphType<OrphanReason>>>>>("reasons").Description("All that are known to hold.").Resolve(context => context.Source.Chain.Reasons.Members());
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EnumGraphType<OrphanReason>>>>>("undecided").Description("Those that nobody can tell from what was read.").Resolve(context => context.Source.Chain.Undecided.Members());
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EnumGraphType<ChainLink>>>>>("missing").Description("Links that are known to lack.").Resolve(context => context.Source.Missing);
        Field<EntityGraphType>("consumer").Description("What uses it; for a dangling trust, whom it names.").Resolve(context => context.Source.Consumer);
        Field<CredentialGraphType>("credential").Resolve(context => context.Source.Credential);
        Field<EntityGraphType>("identity").Resolve(context => context.Source.Identity);
        Field<NonNullGraphType<EnumGraphType<KnownState>>>("state").Resolve(context => context.Source.Chain.IsKnown ? KnownState.Known : KnownState.Unknown);
        Field<HumanGraphType>("lastAccountable").Resolve(context => context.Source.LastAccountable);
        Field<UtcDateTimeGraphType>("since").Resolve(context => context.Source.Since);
        Field<NonNullGraphType<BoundsGraphType>>("sensitiveReach").Resolve(context => context.Source.SensitiveReach);
        Field<NonNullGraphType<ReachSummaryGraphType>>("blastRadius").Resolve(context => context.Source.BlastRadius);
        Field<NonNullGraphType<EnumGraphType<Severity>>>("severity").Resolve(context => context.Source.Chain.Severity);
        Field<NonNullGraphType<IntGraphType>>("score").Description("Sensitive reach x privilege x posture of the credential; README has the formula.").Resolve(context => context.Source.Chain.Score);
        Field<NonNullGraphType<StringGraphType>>("statement").ResolveAsync(async context => await context.Source.StatementAsync(context.CancellationToken).ConfigureAwait(false));
        Field<NonNullGraphType<CompletenessGraphType>>("completeness").Resolve(context => context.Source.Completeness);
    }
}
