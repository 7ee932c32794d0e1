using GraphQL.Types;
using NhiGraph.Api.Completeness;

namespace NhiGraph.Api.Paging;

internal class ConnectionGraphType<TNode> : ObjectGraphType<Page> where TNode : IGraphType
{
    public ConnectionGraphType()
    {
        Name = ConnectionNames.Of<TNode>() + "Connection";
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EdgeGraphType<TNode>>>>>("edges")
            .Resolve(context => Enumerable.Range(0, context.Source.Nodes.Count).Select(i => new PageEdge(context.Source, i)));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TNode>>>>("nodes").Resolve(context => context.Source.Nodes);
        Field<NonNullGraphType<PageInfoGraphType>>("pageInfo").Resolve(context => context.Source);
        Field<IntGraphType>("totalCount").Description("Null where counting is not feasible.").Resolve(context => context.Source.Total);
        Field<NonNullGraphType<CompletenessGraphType>>("completeness").Resolve(context => context.Source.Completeness());
    }
}
