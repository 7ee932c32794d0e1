using NhiGraph.Graph.Model;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Copying;

/// <summary>Moves a graph with its whole history into another store by doing its runs again, oldest first, with their numbers.</summary>
public static class StoreCopy
{
    /// <summary>
    /// Copies the runs that the source holds now. A target that holds the source's first runs already, as an interrupted copy leaves it, is given those that are missing.
    /// A failure leaves the run that was begun to the target, which undoes it when its handle is closed: abandoned, it would be remembered as a run that the source does not have.
    /// </summary>
    /// <exception cref="CopyRefusedException">The target holds other runs than the source, or another writer added one meanwhile.</exception>
    /// <exception cref="StoreException">One of the stores failed, or a run came out differently; runs that were copied before stay.</exception>
    public static async Task<CopyReport> ExecuteAsync(IGraphStore from, IGraphStore to, IProgress<CopyStep>? progress, CancellationToken cancellation)
    {
        RunId last = await LastAsync(from, cancellation).ConfigureAwait(false), before = await LastAsync(to, cancellation).ConfigureAwait(false);
        for (long number = 1; number <= Math.Min(last.Value, before.Value); number++)
        {
            Run source = await RunAsync(from, number, cancellation).ConfigureAwait(false), target = await RunAsync(to, number, cancellation).ConfigureAwait(false);
            if (!IsSame(source, target))
            {
                throw new CopyRefusedException($"The target is not empty, and its run {Text(target)} is not the source's run {Text(source)}. Name an empty store to copy into.");
            }
        }

        if (before > last)
        {
            throw new CopyRefusedException($"The target holds all {last} runs of the source and {before.Value - last.Value} of its own after them. There is nothing to copy; to start again name an empty store.");
        }

        for (long number = before.Value + 1; number <= last.Value; number++)
        {
            await CopyRunAsync(from, to, await RunAsync(from, number, cancellation).ConfigureAwait(false), last, progress, cancellation).ConfigureAwait(false);
        }

        return new CopyReport(before, last);
    }

    private static async Task CopyRunAsync(IGraphStore from, IGraphStore to, Run run, RunId last, IProgress<CopyStep>? progress, CancellationToken cancellation)
    {
        RunId id = await to.BeginAsync(new RunStart(run.Kind, run.Source, run.SourceKind, run.StartedAt, run.RulesHash), cancellation).ConfigureAwait(false);
        if (id != run.Id)
        {
            await to.AbandonAsync(id, cancellation).ConfigureAwait(false);
            throw new CopyRefusedException($"The target's next run is {id}, the source's is {run.Id}: another writer added to the target while it was copied to. Name an empty store to copy into.");
        }

        if (run.State == RunState.Abandoned)
        {
            await to.AbandonAsync(id, cancellation).ConfigureAwait(false);
            progress?.Report(new CopyStep(run.Id, last, 0, IsDone: true));
            return;
        }

        long things = 0;
        await foreach (RunChanges batch in from.ChangesAsync(run.Id, cancellation).ConfigureAwait(false))
        {
            await to.WriteAsync(id, batch, cancellation).ConfigureAwait(false);
            things += batch.Count;
            progress?.Report(new CopyStep(run.Id, last, things, IsDone: false));
        }

        Run copied = await to.PublishAsync(id, new RunOutcome(run.FinishedAt!.Value, run.Datasets, run.Problems), cancellation).ConfigureAwait(false);
        if (!IsSame(run, copied))
        {
            throw new StoreException(StoreReason.Unreadable, $"Run {Text(run)} came out as {Text(copied)}: one of the stores is damaged. Do not use the copy from this run on.");
        }

        progress?.Report(new CopyStep(run.Id, last, things, IsDone: true));
    }

    private static async Task<RunId> LastAsync(IGraphStore store, CancellationToken cancellation) =>
        (await store.RunsAsync(null, null, 1, cancellation).ConfigureAwait(false)).Runs.Select(run => run.Id).SingleOrDefault();

    private static async Task<Run> RunAsync(IGraphStore store, long number, CancellationToken cancellation)
    {
        RunPage page = await store.RunsAsync(null, new RunId(number + 1), 1, cancellation).ConfigureAwait(false);
        return page.Runs.SingleOrDefault(run => run.Id.Value == number)
            ?? throw new StoreException(StoreReason.Unreadable, $"The store has runs after run {number} and not run {number} itself: it is damaged. Restore it from a copy.");
    }

    private static bool IsSame(Run one, Run other) =>
        one with { Datasets = [], Problems = [] } == other with { Datasets = [], Problems = [] } && one.Datasets.SequenceEqual(other.Datasets) && one.Problems.SequenceEqual(other.Problems);

    private static string Text(Run run) => FormattableString.Invariant(
        $"{run.Id} ({run.Kind.Text()}{(run.Source is null ? "" : $" of {run.Source}")}, {run.State.Text()}, started {run.StartedAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}, {run.Opened} opened, {run.Closed} closed)");
}
