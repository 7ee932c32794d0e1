namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>The kinds of principals that can make a request.</summary>
internal enum RequestPrincipalKind
{
    User,
    /// <summary>A role, that is one of its sessions.</summary>
    Role,
    FederatedUser,
    Root,
    Service,
    /// <summary>Vouched for by an identity provider.</summary>
    Federated,
    Anonymous,
}
