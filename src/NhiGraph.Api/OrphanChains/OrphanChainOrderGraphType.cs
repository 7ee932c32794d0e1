using GraphQL.Types;
using NhiGraph.Api.Listings;

namespace NhiGraph.Api.OrphanChains;

internal sealed class OrphanChainOrderGraphType : InputObjectGraphType
{
    public OrphanChainOrderGraphType()
    {
        Name = "OrphanChainOrder";
        Description = "Of equals the one that reaches more sensitive resources comes first, then keys decide.";
        Field<NonNullGraphType<EnumerationGraphType<OrphanChainOrderField>>>("by");
        Field<EnumerationGraphType<OrderDirection>>("direction").DefaultValue(OrderDirection.Desc);
    }
}
