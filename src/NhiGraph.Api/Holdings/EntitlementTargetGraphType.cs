using GraphQL.Types;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Evidence;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Holdings;

internal sealed class EntitlementTargetGraphType : ObjectGraphType<EntitlementTarget>
{
    public EntitlementTargetGraphType()
    {
        Name = "EntitlementTarget";
        Description = "That an entitlement covers a resource or leaves it out.";
        Field<NonNullGraphType<EntityGraphType>>("resource").Resolve(context => context.Source.Resource);
        Field<NonNullGraphType<EnumGraphType<OnEffect>>>("effect").Resolve(context => context.Source.On.Effect);
        Field<NonNullGraphType<EnumGraphType<OnCovers>>>("covers").Resolve(context => context.Source.On.Covers);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("parts").Resolve(context => context.Source.On.Parts);
        Field<NonNullGraphType<EnumGraphType<Certainty>>>("certainty").Resolve(context => context.Source.Edge.Certainty);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ConditionGraphType>>>>("conditions").Resolve(context => context.Source.Conditions);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EvidenceGraphType>>>>("evidence").Resolve(context => EdgeEvidence.Of(context.Source.Entitlement, [context.Source.Edge.Id]));
    }
}
