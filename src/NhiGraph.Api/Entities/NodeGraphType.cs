using GraphQL.Types;

namespace NhiGraph.Api.Entities;

internal sealed class NodeGraphType : InterfaceGraphType<EntityNode>
{
    public NodeGraphType()
    {
        Name = "Node";
        Field<NonNullGraphType<IdGraphType>>("id");
        ResolveType = value => ConcreteTypes.Of(this, value);
    }
}
