using NhiGraph.Storage;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Runs;

/// <summary>The course every run takes: begin, make the changes, write them, publish; on any failure abandon, so that nothing changes.</summary>
internal static class RunCourse
{
    /// <param name="work">From the store as it stands, nobody else writing, to what the run changes and says of itself.</param>
    internal static async Task<Run> TakeAsync(
        IGraphStore store, RunStart start, TimeProvider clock, Func<StoreStatus, Task<(RunChanges Changes, RunOutcome Outcome)>> work, CancellationToken cancellation)
    {
        RunId run = await store.BeginAsync(start, cancellation).ConfigureAwait(false);
        try
        {
            StoreStatus status = await store.StatusAsync(cancellation).ConfigureAwait(false);
            (RunChanges changes, RunOutcome outcome) = await work(status).ConfigureAwait(false);
            foreach (RunChanges batch in ChangeBatches.Of(changes))
            {
                await store.WriteAsync(run, batch, cancellation).ConfigureAwait(false);
            }

            return await store.PublishAsync(run, outcome with { FinishedAt = clock.GetUtcNow() }, cancellation).ConfigureAwait(false);
        }
        catch
        {
            await AbandonAsync(store, run).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The failure that led here is what the caller must hear of; a run that cannot be abandoned is undone by the next writer.</summary>
    private static async Task AbandonAsync(IGraphStore store, RunId run)
    {
        try
        {
            await store.AbandonAsync(run, CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreException)
        {
        }
    }
}
