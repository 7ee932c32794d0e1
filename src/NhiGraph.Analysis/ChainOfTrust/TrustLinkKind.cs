namespace NhiGraph.Analysis.ChainOfTrust;

/// <summary>What a reviewer must know of an identity before it can be certified, in the order of reading.</summary>
public enum TrustLinkKind : byte
{
    Consumer,
    Credential,
    Identity,
    Resources,
    Creator,
    BusinessOwner,
    TechnicalOwner,
    Escalation,
    Purpose,
    Environment,
    Rotation,
    Expiry,
    Usage,
}
