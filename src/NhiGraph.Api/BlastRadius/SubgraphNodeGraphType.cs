using GraphQL.Types;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.BlastRadius;

internal sealed class SubgraphNodeGraphType : ObjectGraphType<SubgraphNodeView>
{
    public SubgraphNodeGraphType()
    {
        Name = "SubgraphNode";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Of this picture; what edges refer to.").Resolve(context => context.Source.Dot.Id);
        Field<EntityGraphType>("entity").Description("Null where the node stands for several.").Resolve(context => context.Source.Entity);
        Field<NonNullGraphType<EnumGraphType<NodeKind>>>("kind").Resolve(context => context.Source.Dot.Kind);
        Field<NonNullGraphType<StringGraphType>>("label").Resolve(context => context.Source.Label);
        Field<NonNullGraphType<IntGraphType>>("count").Description("How many it stands for.").Resolve(context => context.Source.Dot.Count);
        Field<NonNullGraphType<IntGraphType>>("distance").Resolve(context => context.Source.Dot.Distance);
        Field<NonNullGraphType<EnumGraphType<Certainty>>>("certainty").Resolve(context => context.Source.Dot.Certainty);
    }
}
