using GraphQL.Types;

namespace NhiGraph.Api.Entities;

internal sealed class PropertyGraphType : ObjectGraphType<KeyValuePair<string, string>>
{
    public PropertyGraphType()
    {
        Name = "Property";
        Field<NonNullGraphType<StringGraphType>>("name").Resolve(context => context.Source.Key);
        Field<NonNullGraphType<StringGraphType>>("value").Resolve(context => context.Source.Value);
    }
}
