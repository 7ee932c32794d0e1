using GraphQL.Types;

namespace NhiGraph.Api.Paging;

internal sealed class PageInfoGraphType : ObjectGraphType<Page>
{
    public PageInfoGraphType()
    {
        Name = "PageInfo";
        Field<NonNullGraphType<BooleanGraphType>>("hasNextPage").Resolve(context => context.Source.HasNext);
        Field<NonNullGraphType<BooleanGraphType>>("hasPreviousPage").Resolve(context => context.Source.HasPrevious);
        Field<StringGraphType>("startCursor").Resolve(context => context.Source.Nodes.Count == 0 ? null : context.Source.CursorAt(0));
        Field<StringGraphType>("endCursor").Resolve(context => context.Source.Nodes.Count == 0 ? null : context.Source.CursorAt(context.Source.Nodes.Count - 1));
    }
}
