using GraphQL.Types;

namespace NhiGraph.Api.Listings;

/// <summary>What a kind can be ordered by.</summary>
internal abstract class OrderFieldGraphType : EnumerationGraphType
{
    protected OrderFieldGraphType(string name, ListedKind kind)
    {
        Name = name;
        foreach (string order in kind.Orders.Keys)
        {
            Add(order, order);
        }
    }
}
