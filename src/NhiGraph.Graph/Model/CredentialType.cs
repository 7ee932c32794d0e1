namespace NhiGraph.Graph.Model;

/// <summary>What sort of thing authenticates: the closed list. What fits none is <see cref="Unknown"/> and counted.</summary>
public enum CredentialType : byte
{
    Unknown,
    AccessKey,
    Password,
    ClientSecret,
    Certificate,
    SigningCertificate,
    SshKey,
    DeployKey,
    Token,
    PersonalAccessToken,
    /// <summary>A password for one service of an account.</summary>
    ServiceSpecific,
    /// <summary>A trust in a subject of another issuer.</summary>
    FederatedTrust,
    /// <summary>Given by the platform: instance metadata, managed identity, projected token.</summary>
    Ambient,
}
