using System.Globalization;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Writer;

namespace NhiGraph.Storage.Neo4j.Writer;

/// <summary>Loads generation after generation into a store, going on from what it holds.</summary>
internal static class GenerationLoop
{
    /// <param name="store">The store.</param>
    /// <param name="tell">Told <c>begin generation</c> before a run and <c>done generation version</c> once the store acknowledged it.</param>
    /// <param name="stop">Ends the loop between two runs.</param>
    internal static async Task RunAsync(IGraphStore store, Action<string> tell, CancellationToken stop)
    {
        StoreStatus status = await store.StatusAsync(CancellationToken.None).ConfigureAwait(false);
        int generation = status.Version.Value == 0
            ? 0
            : int.Parse((await store.NodesAsync(status.Version, [Generation.Key(0)], CancellationToken.None).ConfigureAwait(false)).Single().Node[Generation.Property]!, CultureInfo.InvariantCulture);
        while (!stop.IsCancellationRequested)
        {
            generation++;
            tell($"begin {generation}");
            DateTimeOffset now = TimeProvider.System.GetUtcNow();
            RunId run = await store.BeginAsync(new RunStart(RunKind.Load, "test", "test", now, "rules"), CancellationToken.None).ConfigureAwait(false);
            foreach (RunChanges batch in Generation.Batches(generation))
            {
                await store.WriteAsync(run, batch, CancellationToken.None).ConfigureAwait(false);
            }

            await store.PublishAsync(run, new RunOutcome(now, [], []), CancellationToken.None).ConfigureAwait(false);
            tell($"done {generation} {run}");
        }
    }
}
