namespace NhiGraph.Loaders.Aws.Live;

/// <summary>How long a live load waits for what.</summary>
internal sealed record LiveTiming
{
    /// <summary>Of one call, the first counted.</summary>
    internal int Attempts { get; init; } = 8;

    /// <summary>The first wait between attempts is at most this; each further at most twice the one before.</summary>
    internal TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(400);

    internal TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>No call is begun again after this long.</summary>
    internal TimeSpan Budget { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Of one attempt, its whole answer included.</summary>
    internal TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(60);

    internal TimeSpan ReportPoll { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A report of thousands of users takes minutes.</summary>
    internal TimeSpan Report { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Times the calls a second of each service.</summary>
    internal double Faster { get; init; } = 1;
}
