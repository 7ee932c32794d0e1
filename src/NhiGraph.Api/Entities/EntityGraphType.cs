using GraphQL.Types;

namespace NhiGraph.Api.Entities;

internal sealed class EntityGraphType : InterfaceGraphType<EntityNode>
{
    public EntityGraphType()
    {
        Name = "Entity";
        Interface<NodeGraphType>();
        var concrete = new ObjectGraphType<EntityNode>();
        concrete.AddEntityFields();
        foreach (FieldType field in concrete.Fields)
        {
            AddField(new FieldType { Name = field.Name, Description = field.Description, Type = field.Type });
        }

        ResolveType = value => ConcreteTypes.Of(this, value);
    }
}
