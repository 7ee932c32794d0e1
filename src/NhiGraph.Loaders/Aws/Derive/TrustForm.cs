namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>Whom a trust policy lets in.</summary>
internal enum TrustForm
{
    /// <summary>Whoever has an AWS account.</summary>
    Anyone,
    /// <summary>An account: those of its principals that its own policies allow it.</summary>
    Account,
    /// <summary>One user or role.</summary>
    Principal,
    /// <summary>A user or role that was deleted: AWS shows its unique id in the place of its ARN.</summary>
    Deleted,
    /// <summary>One named session of a role, or of a federated user.</summary>
    Session,
    /// <summary>A service of AWS.</summary>
    Service,
    /// <summary>A subject, or pattern of subjects, of an OIDC issuer.</summary>
    Oidc,
    /// <summary>Whoever a SAML provider vouches for.</summary>
    Saml,
}
