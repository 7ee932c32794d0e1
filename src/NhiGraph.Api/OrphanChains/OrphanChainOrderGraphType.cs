using GraphQL.Types;
using NhiGraph.Api.Listings;
using NhiGraph.Api.Schema;

namespace NhiGraph.Api.OrphanChains;

internal sealed class OrphanChainOrderGraphType : InputObjectGraphType
{
    public OrphanChainOrderGraphType()
    {
        Name = "OrphanChainOrder";
        Description = "Of equals the one that reaches more sensitive resources comes first, then keys decide.";
        Field<NonNullGraphType<EnumGraphType<OrphanChainOrderField>>>("by");
        Field<EnumGraphType<OrderDirection>>("direction").DefaultValue(OrderDirection.Desc);
    }
}
