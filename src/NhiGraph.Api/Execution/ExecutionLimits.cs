namespace NhiGraph.Api.Execution;

/// <summary>The bounds of one request; what goes over one is answered with LIMIT_EXCEEDED.</summary>
public sealed record ExecutionLimits
{
    /// <summary>Nested fields; introspection by common tools needs 15.</summary>
    public int MaxDepth { get; init; } = 24;

    /// <summary>Fields resolved, estimated from <c>first</c> of nested pages: about 200 identities with three lists of 50 and some fields each.</summary>
    public int MaxCost { get; init; } = 200_000;

    /// <summary>Time for one request; introspection and schema checks included.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Bytes of a request's body.</summary>
    public int MaxBodyBytes { get; init; } = 256 * 1024;
}
