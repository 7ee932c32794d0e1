using GraphQL.Types;

namespace NhiGraph.Api.Entities;

internal sealed class ConsumerFacetGraphType : ObjectGraphType<EntityNode>
{
    public ConsumerFacetGraphType()
    {
        Name = "ConsumerFacet";
        this.AddConsumerFields();
    }
}
