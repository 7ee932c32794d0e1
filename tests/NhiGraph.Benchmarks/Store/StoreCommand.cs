using System.Diagnostics;
using NhiGraph.Benchmarks.Estates;
using NhiGraph.Graph.Csr;
using NhiGraph.Storage.Reading;
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
            var records = new EstateRecords(estate);
            await EstateWriting.WriteAsync(store, records.Scopes, records.Assertions(), records.Edges(), Batch, cancellation).ConfigureAwait(false);
        }

        Console.WriteLine(FormattableString.Invariant($"{file}: written in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s, {new FileInfo(file).Length / 1e6:0} MB"));
        began = Stopwatch.GetTimestamp();
        await using SqliteGraphStore opened = await SqliteGraphStore.OpenAsync(file, create: false, cancellation).ConfigureAwait(false);
        StoreStatus status = await opened.StatusAsync(cancellation).ConfigureAwait(false);
        AccessGraph graph = await opened.LoadGraphAsync(status.Version, cancellation).ConfigureAwait(false);
        Console.WriteLine(FormattableString.Invariant($"opened and graph loaded in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.00} s: {graph.NodeCount:N0} nodes, {graph.EdgeCount:N0} edges"));
        return 0;
    }
}
