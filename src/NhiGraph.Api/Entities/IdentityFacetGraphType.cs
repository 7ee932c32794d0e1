using GraphQL.Types;

namespace NhiGraph.Api.Entities;

internal sealed class IdentityFacetGraphType : ObjectGraphType<EntityNode>
{
    public IdentityFacetGraphType()
    {
        Name = "IdentityFacet";
        this.AddIdentityFields();
    }
}
