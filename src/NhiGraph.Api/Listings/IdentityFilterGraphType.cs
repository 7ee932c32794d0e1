using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Listings;

internal sealed class IdentityFilterGraphType : FilterGraphType
{
    public IdentityFilterGraphType() : base("IdentityFilter")
    {
        AnyOf<IdentityType>("types", PropertyNames.IdentityType);
        AnyOf<IdentityNature>("natures", PropertyNames.Nature);
        Flag("enabled", PropertyNames.Enabled);
        Dates("created", PropertyNames.CreatedAt);
        Dates("lastUsed", PropertyNames.LastUsedAt);
        Dates("expires", PropertyNames.ExpiresAt);
    }
}
