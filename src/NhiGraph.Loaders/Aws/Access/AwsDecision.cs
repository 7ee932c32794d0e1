namespace NhiGraph.Loaders.Aws.Access;

/// <summary>What becomes of a request.</summary>
public enum AwsDecision
{
    Allowed,
    /// <summary>It hangs on conditions whose keys nobody told, or on a policy that was not read.</summary>
    Conditional,
    /// <summary>A Deny applies.</summary>
    ExplicitlyDenied,
    /// <summary>Something that must allow it does not.</summary>
    ImplicitlyDenied,
}
