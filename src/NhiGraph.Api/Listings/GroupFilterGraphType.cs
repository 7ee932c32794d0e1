namespace NhiGraph.Api.Listings;

internal sealed class GroupFilterGraphType : FilterGraphType
{
    public GroupFilterGraphType() : base("GroupFilter")
    {
    }
}
