using GraphQL.Types;

namespace NhiGraph.Api.Paging;

internal sealed class EdgeGraphType<TNode> : ObjectGraphType<PageEdge> where TNode : IGraphType
{
    public EdgeGraphType()
    {
        Name = ConnectionNames.Of<TNode>() + "Edge";
        Field<NonNullGraphType<StringGraphType>>("cursor").Resolve(context => context.Source.Cursor);
        Field<NonNullGraphType<TNode>>("node").Resolve(context => context.Source.Node);
    }
}
