using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NhiGraph.Storage;

namespace NhiGraph.Api.Snapshots;

/// <summary>Asks the store at an interval whether a run was published, so that a load by another process shows up without a restart.</summary>
internal sealed partial class SnapshotPolling(GraphSnapshots snapshots, TimeProvider time, ILogger<SnapshotPolling> logger) : BackgroundService
{
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            await RefreshAsync(stoppingToken).ConfigureAwait(false);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private async Task RefreshAsync(CancellationToken stopping)
    {
        try
        {
            if (await snapshots.RefreshAsync(stopping).ConfigureAwait(false))
            {
                Loaded(logger);
            }
        }
        catch (StoreException failure)
        {
            // The last snapshot goes on answering; the next tick tries again.
            NotRead(logger, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A new version of the graph was loaded")]
    private static partial void Loaded(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store could not be asked for its version")]
    private static partial void NotRead(ILogger logger, Exception exception);
}
