namespace NhiGraph.Loaders.Aws.Access;

/// <summary>What a policy is in a request.</summary>
public enum AwsPolicyKind
{
    Identity,
    Boundary,
    Session,
    Resource,
    Scp,
    Rcp,
    Endpoint,
    /// <summary>A rule that AWS has by itself, whatever policies say.</summary>
    Aws,
}
