using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Reading;

/// <summary>
/// Reads a version whole, without a transaction over several requests. What stands at a version is never changed, only moved: after a run is published, its sweep moves what that run
/// ended from the graph into the past. The store counts those moves; a reading during which it counted none is whole, another is done again.
/// </summary>
internal sealed class VersionReading(QueryApiClient client, RunLog log, TimeProvider clock)
{
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private volatile StoreState? _last;

    /// <param name="version">A published version.</param>
    /// <param name="read">Reads it; told whether the graph alone holds the version (it is the published one and swept). Called again from the start where something was moved meanwhile.</param>
    /// <param name="cancellation">Ends the reading.</param>
    internal async Task<T> ReadAsync<T>(RunId version, Func<bool, Task<T>> read, CancellationToken cancellation)
    {
        long began = clock.GetTimestamp();
        TimeSpan wait = Wait;
        while (true)
        {
            // A state that was read earlier does for the one before: nothing may have been moved since.
            StoreState before = _last is { } last && last.Moves % 2 == 0 && last.Version >= version.Value ? last : await StateAsync(cancellation).ConfigureAwait(false);
            await DemandAsync(version, before, cancellation).ConfigureAwait(false);
            if (before.IsStill)
            {
                Task<T> reading = read(before.Version == version.Value && before.IsSwept);
                await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                StoreState after = reading.IsCanceled ? before : await StateAsync(cancellation).ConfigureAwait(false);
                if (after.Moves == before.Moves && after.IsStill)
                {
                    return await reading.ConfigureAwait(false);
                }
            }
            else
            {
                _last = null;
            }

            if (clock.GetElapsedTime(began) > Patience)
            {
                throw new StoreException(StoreReason.Busy, $"Version {version} could not be read between the runs that were published meanwhile. Ask again later.");
            }

            await Task.Delay(wait, clock, cancellation).ConfigureAwait(false);
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }
    }

    private async Task<StoreState> StateAsync(CancellationToken cancellation)
    {
        StoreState state = await StoreState.ReadAsync(client, cancellation).ConfigureAwait(false);
        _last = state;
        return state;
    }

    private async Task DemandAsync(RunId version, StoreState state, CancellationToken cancellation)
    {
        if (version.Value >= 0 && version.Value <= state.Version && !log.IsPublished(version))
        {
            await log.ReadAsync(cancellation).ConfigureAwait(false);
        }

        if (version.Value < 0 || version.Value > state.Version || !log.IsPublished(version))
        {
            throw new StoreException(StoreReason.NoSuchVersion, $"The store has no version {version}: no run of that number was published.");
        }
    }
}
