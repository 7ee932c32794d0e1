using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Listings;

internal sealed class ResourceFilterGraphType : FilterGraphType
{
    public ResourceFilterGraphType() : base("ResourceFilter")
    {
        AnyOf<ResourceType>("types", PropertyNames.ResourceType);
        AnyOf<Sensitivity>("sensitivities", PropertyNames.Sensitivity);
        Flag("known", PropertyNames.Known, missing: true);
    }
}
