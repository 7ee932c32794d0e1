using GraphQL.Types;
using NhiGraph.Api.Paging;

namespace NhiGraph.Api.BlastRadius;

internal sealed class SubgraphGraphType : ObjectGraphType<SubgraphView>
{
    public SubgraphGraphType()
    {
        Name = "Subgraph";
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<SubgraphNodeGraphType>>>>("nodes").Resolve(context => context.Source.Nodes);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<SubgraphEdgeGraphType>>>>("edges").Resolve(context => context.Source.Picture.Edges);
        Field<TruncationGraphType>("truncated").Description("What was left out; null when nothing was.").Resolve(context => context.Source.Truncated);
    }
}
