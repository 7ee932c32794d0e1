using GraphQL.Types;

namespace NhiGraph.Api.Entities;

/// <summary>Finds the object type of an entity among an interface's; they are named after the node kinds.</summary>
internal static class ConcreteTypes
{
    internal static IObjectGraphType? Of(IAbstractGraphType type, object value)
    {
        if (value is not EntityNode entity)
        {
            return null;
        }

        string name = EntityKinds.ConcreteOf(entity.Kinds).ToString();
        foreach (IObjectGraphType possible in type.PossibleTypes)
        {
            if (possible.Name == name)
            {
                return possible;
            }
        }

        return null;
    }
}
