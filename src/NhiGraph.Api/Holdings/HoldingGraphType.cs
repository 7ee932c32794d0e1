using GraphQL.Types;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Evidence;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Holdings;

internal sealed class HoldingGraphType : ObjectGraphType<HoldingAnswer>
{
    public HoldingGraphType()
    {
        Name = "Holding";
        Description = "That a principal holds an entitlement.";
        Field<NonNullGraphType<EntitlementGraphType>>("entitlement").Resolve(context => context.Source.Entitlement);
        Field<NonNullGraphType<EnumGraphType<Certainty>>>("certainty").Resolve(context => context.Source.Certainty);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ConditionGraphType>>>>("conditions").Resolve(context => context.Source.Conditions);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EvidenceGraphType>>>>("evidence")
            .Resolve(context => EdgeEvidence.Of(context.Source.Holder, context.Source.Edges.Select(edge => edge.Id)));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EntityGraphType>>>>("via")
            .Description("The groups it is held through, nearest first; empty when it is held directly.").Resolve(context => context.Source.Via);
    }
}
