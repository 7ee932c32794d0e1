using GraphQL.Types;

namespace NhiGraph.Api.Entities;

internal sealed class ResourceFacetGraphType : ObjectGraphType<EntityNode>
{
    public ResourceFacetGraphType()
    {
        Name = "ResourceFacet";
        this.AddResourceFields();
    }
}
