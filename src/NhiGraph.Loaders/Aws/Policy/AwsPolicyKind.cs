namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>What a policy is in a request. It decides who may deny, what a short ARN means and which elements a document has.</summary>
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
