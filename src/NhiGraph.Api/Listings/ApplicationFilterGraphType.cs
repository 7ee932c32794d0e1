using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Listings;

internal sealed class ApplicationFilterGraphType : FilterGraphType
{
    public ApplicationFilterGraphType() : base("ApplicationFilter")
    {
        AnyOf<ApplicationStatus>("statuses", PropertyNames.Status);
    }
}
