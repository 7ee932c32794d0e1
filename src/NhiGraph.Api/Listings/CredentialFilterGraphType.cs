using NhiGraph.Graph.Model;

namespace NhiGraph.Api.Listings;

internal sealed class CredentialFilterGraphType : FilterGraphType
{
    public CredentialFilterGraphType() : base("CredentialFilter")
    {
        AnyOf<CredentialType>("types", PropertyNames.CredentialType);
        AnyOf<Posture>("postures", PropertyNames.Posture);
        Flag("enabled", PropertyNames.Enabled);
        Dates("created", PropertyNames.CreatedAt);
        Dates("lastUsed", PropertyNames.LastUsedAt);
        Dates("lastRotated", PropertyNames.LastRotatedAt);
        Dates("expires", PropertyNames.ExpiresAt);
    }
}
