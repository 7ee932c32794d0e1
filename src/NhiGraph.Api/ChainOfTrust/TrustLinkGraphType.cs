using GraphQL.Types;
using NhiGraph.Analysis.ChainOfTrust;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Evidence;
using NhiGraph.Api.Schema;

namespace NhiGraph.Api.ChainOfTrust;

internal sealed class TrustLinkGraphType : ObjectGraphType<TrustLinkView>
{
    public TrustLinkGraphType()
    {
        Name = "TrustLink";
        Description = "MISSING is said only where the sources that would know were read whole, else UNKNOWN.";
        Field<NonNullGraphType<EnumGraphType<TrustLinkKind>>>("link").Resolve(context => context.Source.Link.Kind);
        Field<NonNullGraphType<EnumGraphType<TrustState>>>("state").Resolve(context => context.Source.Link.State);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EntityGraphType>>>>("entities").Description("What it is about; at most 100.").Resolve(context => context.Source.Entities);
        Field<NonNullGraphType<StringGraphType>>("statement").Resolve(context => context.Source.Statement);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EvidenceGraphType>>>>("evidence").Description("Of at most 20 edges; where the records themselves say so, who lists them.").Resolve(context => context.Source.Evidence);
        Field<NonNullGraphType<BooleanGraphType>>("backed").Description("Whether what could say otherwise was read whole: without that a present link does not make a chain complete.").Resolve(context => context.Source.Link.IsBacked);
    }
}
