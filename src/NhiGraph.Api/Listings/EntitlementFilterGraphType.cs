using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Listings;

internal sealed class EntitlementFilterGraphType : FilterGraphType
{
    public EntitlementFilterGraphType() : base("EntitlementFilter") => AnyOf<Capability>("capabilities", PropertyNames.Capability);
}
