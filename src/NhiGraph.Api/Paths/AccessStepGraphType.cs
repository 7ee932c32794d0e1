using GraphQL.Types;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Evidence;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Paths;

internal sealed class AccessStepGraphType : ObjectGraphType<PathStepView>
{
    public AccessStepGraphType()
    {
        Name = "AccessStep";
        Field<NonNullGraphType<EntityGraphType>>("from").Resolve(context => context.Source.From);
        Field<NonNullGraphType<EnumGraphType<EdgeKind>>>("edge").Resolve(context => context.Source.Step.Kind);
        Field<NonNullGraphType<EntityGraphType>>("to").Resolve(context => context.Source.To);
        Field<EntityGraphType>("container").Description("For ON: the container that the entitlement names, where it is not the resource itself.").Resolve(context => context.Source.Container);
        Field<NonNullGraphType<EnumGraphType<Certainty>>>("certainty").Resolve(context => context.Source.Step.Certainty);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ConditionGraphType>>>>("conditions").Resolve(context => context.Source.Conditions);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EvidenceGraphType>>>>("evidence").Resolve(context => context.Source.Evidence);
        Field<TechniqueGraphType>("technique").Resolve(context => context.Source.Technique);
    }
}
