using GraphQL.Types;
using NhiGraph.Analysis.Answers;
using NhiGraph.Api.Schema;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.BlastRadius;

internal sealed class SubgraphEdgeGraphType : ObjectGraphType<SubgraphEdge>
{
    public SubgraphEdgeGraphType()
    {
        Name = "SubgraphEdge";
        Field<NonNullGraphType<IdGraphType>>("from").Resolve(context => context.Source.From);
        Field<NonNullGraphType<IdGraphType>>("to").Resolve(context => context.Source.To);
        Field<NonNullGraphType<EnumGraphType<EdgeKind>>>("kind").Resolve(context => context.Source.Kind);
        Field<NonNullGraphType<EnumGraphType<Certainty>>>("certainty").Resolve(context => context.Source.Certainty);
        Field<NonNullGraphType<IntGraphType>>("count").Description("How many it stands for.").Resolve(context => context.Source.Count);
    }
}
