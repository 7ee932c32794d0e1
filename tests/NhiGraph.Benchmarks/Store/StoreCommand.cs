using System.Diagnostics;
using NhiGraph.Benchmarks.Estates;
using NhiGraph.Graph.Csr;
using NhiGraph.Storage;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite;

namespace NhiGraph.Benchmarks.Store;

/// <summary>Writes the segmented estate as a store, so that the server can be asked over it.</summary>
internal static class StoreCommand
{
    private const int Batch = 50_000;

    internal static async Task<int> RunAsync(string directory, bool small, bool people, CancellationToken cancellation)
    {
        Directory.CreateDirectory(directory);
        string file = Path.Combine(directory, "estate.db");
        if (File.Exists(file))
        {
            Console.Error.WriteLine($"{file} is there already; name another directory.");
            return 2;
        }

        Console.WriteLine(Machine.Line());
        EstateSize size = EstateSize.Segmented(small ? 20 : 1);
        GeneratedEstate estate = people ? EstateGenerator.WithPeople(size) : EstateGenerator.Make(size);
        Console.WriteLine(FormattableString.Invariant($"{estate.Nodes.Keys.Count:N0} nodes, {estate.Edges.Count:N0} edges, checksum {estate.Checksum():x16}"));
        long began = Stopwatch.GetTimestamp();
        await using (SqliteGraphStore store = await SqliteGraphStore.OpenAsync(file, create: true, cancellation).ConfigureAwait(false))
        {
            await WriteAsync(store, new EstateRecords(estate), cancellation).ConfigureAwait(false);
        }

        Console.WriteLine(FormattableString.Invariant($"{file}: written in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s, {new FileInfo(file).Length / 1e6:0} MB"));
        began = Stopwatch.GetTimestamp();
        await using SqliteGraphStore opened = await SqliteGraphStore.OpenAsync(file, create: false, cancellation).ConfigureAwait(false);
        StoreStatus status = await opened.StatusAsync(cancellation).ConfigureAwait(false);
        AccessGraph graph = await opened.LoadGraphAsync(status.Version, cancellation).ConfigureAwait(false);
        Console.WriteLine(FormattableString.Invariant($"opened and graph loaded in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.00} s: {graph.NodeCount:N0} nodes, {graph.EdgeCount:N0} edges"));
        return 0;
    }

    private static async Task WriteAsync(SqliteGraphStore store, EstateRecords records, CancellationToken cancellation)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        RunId run = await store.BeginAsync(new RunStart(RunKind.Load, EstateRecords.Source, EstateRecords.Source, now, "generated"), cancellation).ConfigureAwait(false);
        await store.WriteAsync(run, new RunChanges { Facts = [.. records.Scopes.Select(EstateRecords.FactOf)] }, cancellation).ConfigureAwait(false);
        foreach (Assertion[] batch in records.Assertions().Chunk(Batch))
        {
            await store.WriteAsync(run, new RunChanges { Assertions = [.. batch], Nodes = [.. batch.Select(assertion => assertion.Node)] }, cancellation).ConfigureAwait(false);
        }

        foreach (DerivedEdge[] batch in records.Edges().Chunk(Batch))
        {
            await store.WriteAsync(run, new RunChanges { Edges = [.. batch] }, cancellation).ConfigureAwait(false);
        }

        await store.PublishAsync(run, new RunOutcome(TimeProvider.System.GetUtcNow(), [.. records.Scopes.Select(scope => new DatasetRun(EstateRecords.Source, scope, EstateRecords.Dataset, DatasetState.Complete, 1))], []), cancellation).ConfigureAwait(false);
    }
}
