using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Live.Api;

/// <summary>A call that brought nothing, after all attempts.</summary>
/// <param name="code">The service's own code; null where it gave none.</param>
internal sealed class ApiFaultException(ApiCall call, ApiFault fault, string? code, string message) : Exception(message)
{
    internal ApiCall Call => call;

    internal ApiFault Fault => fault;

    internal string? Code => code;

    /// <summary>There is no host of that name: the service is not in that region, or the region is none.</summary>
    internal bool NoSuchHost { get; init; }

    /// <summary>The region that a bucket is in, where it was asked about in another.</summary>
    internal string? Elsewhere { get; init; }

    /// <summary>The state of a dataset of which it brought nothing.</summary>
    internal DatasetState Leaves => fault == ApiFault.Denied ? DatasetState.Denied : DatasetState.Failed;

    /// <summary>The next attempt may bring it.</summary>
    internal bool IsPassing => fault is ApiFault.Throttled or ApiFault.Failing or ApiFault.TimedOut or ApiFault.Broken || (fault == ApiFault.NotReachable && !NoSuchHost);
}
