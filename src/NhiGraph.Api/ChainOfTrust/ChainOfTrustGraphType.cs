using GraphQL.Types;
using NhiGraph.Analysis.ChainOfTrust;
using NhiGraph.Api.Completeness;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Schema;

namespace NhiGraph.Api.ChainOfTrust;

internal sealed class ChainOfTrustGraphType : ObjectGraphType<TrustView>
{
    public ChainOfTrustGraphType()
    {
        Name = "ChainOfTrust";
        Description = "COMPLETE: every link is present, and what could say otherwise was read whole. BROKEN: a link is contradicted. INCOMPLETE: one is missing or stale. UNKNOWN: nothing is known to be wrong, and not all is known.";
        Field<NonNullGraphType<EntityGraphType>>("of").Resolve(context => context.Source.Of);
        Field<NonNullGraphType<EnumGraphType<TrustVerdict>>>("verdict").Resolve(context => context.Source.Answer.Verdict);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TrustLinkGraphType>>>>("links").Description("All thirteen, in the order of their kinds.").Resolve(context => context.Source.Links);
        Field<NonNullGraphType<StringGraphType>>("statement").Description("The whole as a reviewer reads it.").Resolve(context => context.Source.Statement);
        Field<NonNullGraphType<StringGraphType>>("graphVersion").Resolve(context => context.Source.Asked.Version);
        Field<NonNullGraphType<CompletenessGraphType>>("completeness").Resolve(context => context.Source.Completeness);
    }
}
