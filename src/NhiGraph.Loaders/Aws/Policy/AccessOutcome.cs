namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>What becomes of a request.</summary>
internal enum AccessOutcome
{
    Allowed,
    /// <summary>It hangs on conditions whose keys are unknown.</summary>
    Conditional,
    /// <summary>Something that must allow it does not.</summary>
    ImplicitlyDenied,
    ExplicitlyDenied,
}
