using NhiGraph.Storage;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Benchmarks.Store;

/// <summary>Writes the records of an estate as one run, as a loader does that read all of it.</summary>
internal static class EstateWriting
{
    /// <param name="store">Where to.</param>
    /// <param name="scopes">Each has one fact.</param>
    /// <param name="assertions">One a node.</param>
    /// <param name="edges">All of them.</param>
    /// <param name="batchOf">How many a batch.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="done">Told what of the run was handed over.</param>
    internal static async Task<Run> WriteAsync(
        IGraphStore store, IEnumerable<string> scopes, IEnumerable<Assertion> assertions, IEnumerable<DerivedEdge> edges, int batchOf, CancellationToken cancellation, Action<string>? done = null)
    {
        string[] all = [.. scopes];
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        RunId run = await store.BeginAsync(new RunStart(RunKind.Load, EstateRecords.Source, EstateRecords.Source, now, "generated"), cancellation).ConfigureAwait(false);
        await store.WriteAsync(run, new RunChanges { Facts = [.. all.Select(EstateRecords.FactOf)] }, cancellation).ConfigureAwait(false);
        foreach (Assertion[] batch in assertions.Chunk(batchOf))
        {
            await store.WriteAsync(run, new RunChanges { Assertions = [.. batch], Nodes = [.. batch.Select(assertion => assertion.Node)] }, cancellation).ConfigureAwait(false);
        }

        done?.Invoke("nodes");
        foreach (DerivedEdge[] batch in edges.Chunk(batchOf))
        {
            await store.WriteAsync(run, new RunChanges { Edges = [.. batch] }, cancellation).ConfigureAwait(false);
        }

        done?.Invoke("edges");
        DatasetRun[] datasets = [.. all.Select(scope => new DatasetRun(EstateRecords.Source, scope, EstateRecords.Dataset, DatasetState.Complete, 1))];
        return await store.PublishAsync(run, new RunOutcome(TimeProvider.System.GetUtcNow(), [.. datasets], []), cancellation).ConfigureAwait(false);
    }
}
