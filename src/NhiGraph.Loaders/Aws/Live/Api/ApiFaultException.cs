namespace NhiGraph.Loaders.Aws.Live.Api;

/// <summary>A call that brought nothing, after all attempts.</summary>
/// <param name="code">The service's own code; null where it gave none.</param>
internal sealed class ApiFaultException(ApiCall call, ApiFault fault, string? code, string message) : Exception(message)
{
    internal ApiCall Call => call;

    internal ApiFault Fault => fault;

    internal string? Code => code;

    /// <summary>The next attempt may bring it.</summary>
    internal bool IsPassing => fault is ApiFault.Throttled or ApiFault.Failing or ApiFault.NotReachable or ApiFault.TimedOut or ApiFault.Broken;
}
