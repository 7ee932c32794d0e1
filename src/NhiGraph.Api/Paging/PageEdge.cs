namespace NhiGraph.Api.Paging;

/// <summary>One node of a page with its cursor.</summary>
internal readonly record struct PageEdge(Page Page, int Index)
{
    internal object Node => Page.Nodes[Index];

    internal string Cursor => Page.CursorAt(Index);
}
