using GraphQL.Types;
using NhiGraph.Api.Schema;

namespace NhiGraph.Api.Listings;

/// <summary>An order input.</summary>
internal abstract class OrderGraphType<TField> : InputObjectGraphType where TField : OrderFieldGraphType
{
    protected OrderGraphType(string name)
    {
        Name = name;
        Description = "What has no value comes last either way; the key breaks ties.";
        Field<NonNullGraphType<TField>>("by");
        Field<EnumGraphType<OrderDirection>>("direction").DefaultValue(OrderDirection.Asc);
    }
}
