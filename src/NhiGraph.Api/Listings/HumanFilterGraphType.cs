using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Listings;

internal sealed class HumanFilterGraphType : FilterGraphType
{
    public HumanFilterGraphType() : base("HumanFilter")
    {
        AnyOf<HumanStatus>("statuses", PropertyNames.Status);
        Dates("departed", PropertyNames.DepartedAt);
    }
}
