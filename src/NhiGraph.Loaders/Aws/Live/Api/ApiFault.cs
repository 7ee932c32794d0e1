namespace NhiGraph.Loaders.Aws.Live.Api;

/// <summary>Why a call brought nothing.</summary>
internal enum ApiFault
{
    Other,
    Denied,
    Throttled,
    /// <summary>The service says that the failure is its own.</summary>
    Failing,
    /// <summary>The credentials were good once.</summary>
    Expired,
    /// <summary>Nobody knows the credentials, or the signature is not theirs.</summary>
    NotAccepted,
    /// <summary>The clocks differ.</summary>
    Skewed,
    WrongRegion,
    /// <summary>What was asked about is not there any more.</summary>
    Gone,
    NotReachable,
    /// <summary>No answer in time.</summary>
    TimedOut,
    /// <summary>An answer that was cut off, or is not what the operation answers.</summary>
    Broken,
}
