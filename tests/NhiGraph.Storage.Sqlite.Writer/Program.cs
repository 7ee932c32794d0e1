// Arguments: the store's file, the file that tells what was done: "begin generation" before a run and "done generation version" once the store acknowledged it.
using System.Globalization;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite;
using NhiGraph.Storage.Sqlite.Writer;

await using SqliteGraphStore store = await SqliteGraphStore.OpenAsync(args[0], create: true, CancellationToken.None);
using var told = new FileStream(args[1], FileMode.Append, FileAccess.Write, FileShare.Read);
StoreStatus status = await store.StatusAsync(CancellationToken.None);
int generation = status.Version.Value == 0
    ? 0
    : int.Parse((await store.NodesAsync(status.Version, [Generation.Key(0)], CancellationToken.None)).Single().Node[Generation.Property]!, CultureInfo.InvariantCulture);
while (true)
{
    generation++;
    Tell($"begin {generation}");
    DateTimeOffset now = TimeProvider.System.GetUtcNow();
    RunId run = await store.BeginAsync(new RunStart(RunKind.Load, "test", "test", now, "rules"), CancellationToken.None);
    foreach (RunChanges batch in Generation.Batches(generation))
    {
        await store.WriteAsync(run, batch, CancellationToken.None);
    }

    await store.PublishAsync(run, new RunOutcome(now, [], []), CancellationToken.None);
    Tell($"done {generation} {run}");
}

void Tell(string line)
{
    told.Write(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
    told.Flush(flushToDisk: true);
}
