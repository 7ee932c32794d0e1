using NhiGraph.Storage;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Benchmarks.Store;

/// <summary>Writes the records of an estate as one run, as a loader does that read all of it.</summary>
internal static class EstateWriting
{
    internal static async Task<Run> WriteAsync(
        IGraphStore store, IEnumerable<string> scopes, IEnumerable<Assertion> assertions, IEnumerable<DerivedEdge> edges, int batchOf, CancellationToken cancellation)
    {
        string[] all = [.. scopes];
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        RunId run = await store.BeginAsync(new RunStart(RunKind.Load, EstateRecords.Source, EstateRecords.Source, now, "generated"), cancellation).ConfigureAwait(false);
        await store.WriteAsync(run, new RunChanges { Facts = [.. all.Select(EstateRecords.FactOf)] }, cancellation).ConfigureAwait(false);
        foreach (Assertion[] batch in assertions.Chunk(batchOf))
        {
            await store.WriteAsync(run, new RunChanges { Assertions = [.. batch], Nodes = [.. batch.Select(assertion => assertion.Node)] }, cancellation).ConfigureAwait(false);
        }

        foreach (DerivedEdge[] batch in edges.Chunk(batchOf))
        {
            await store.WriteAsync(run, new RunChanges { Edges = [.. batch] }, cancellation).ConfigureAwait(false);
        }

        DatasetRun[] datasets = [.. all.Select(scope => new DatasetRun(EstateRecords.Source, scope, EstateRecords.Dataset, DatasetState.Complete, 1))];
        return await store.PublishAsync(run, new RunOutcome(TimeProvider.System.GetUtcNow(), [.. datasets], []), cancellation).ConfigureAwait(false);
    }
}
