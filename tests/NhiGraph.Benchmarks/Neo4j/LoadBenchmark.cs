using System.Diagnostics;
using NhiGraph.Benchmarks.Estates;
using NhiGraph.Benchmarks.Store;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Neo4j;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Benchmarks.Neo4j;

/// <summary>
/// Loads an estate of 250,000 nodes and 750,000 edges into a server whose database may be emptied: by the plain loop, of the graph alone and of the same content, and by the store with assertions
/// and history; then the same estate again with its order shuffled, and again with 1 % of it changed. An element is a node or an edge.
/// </summary>
internal static class LoadBenchmark
{
    private const int Scale = 4, SmallScale = 20, EdgesANode = 3, BatchOf = 20_000, ShuffleSeed = 7, OneIn = 100;

    /// <summary>Each way of loading takes half of it first, for the server to compile what it uses: a fresh one does that for minutes, with half of its processor time.</summary>
    private const int WarmShare = 2;

    internal static async Task<int> RunAsync(Uri server, bool small, CancellationToken cancellation)
    {
        Console.WriteLine(Machine.Line());
        GeneratedEstate estate = EstateGenerator.Make(EstateSize.Segmented(small ? SmallScale : Scale));
        var records = new EstateRecords(estate);
        string[] scopes = [.. records.Scopes];
        Assertion[] assertions = [.. records.Assertions()];
        DerivedEdge[] edges = [.. records.Edges()];
        var random = new Random(ShuffleSeed);
        random.Shuffle(edges);
        Array.Resize(ref edges, Math.Min(edges.Length, assertions.Length * EdgesANode));
        Console.WriteLine(FormattableString.Invariant($"{assertions.Length:N0} nodes, {edges.Length:N0} edges, {assertions.Length:N0} assertions; checksum of the estate they are of {estate.Checksum():x16}"));
        using var plain = new PlainLoop(server, "neo4j");
        double loop = await PlainAsync(plain, assertions, edges, some => plain.LoadAsync(some.Assertions.Select(assertion => assertion.Node), some.Edges, cancellation), cancellation).ConfigureAwait(false);
        Console.WriteLine(FormattableString.Invariant($"plain UNWIND ... MERGE loop, the graph alone: {loop:N0} elements/s"));
        double whole = await PlainAsync(plain, assertions, edges, some => new WholeLoop(plain).LoadAsync(some.Assertions, some.Edges, cancellation), cancellation).ConfigureAwait(false);
        Console.WriteLine(FormattableString.Invariant($"plain UNWIND ... MERGE loop, all properties, assertions and runs: {whole:N0} elements/s"));
        await EmptyAsync(plain, cancellation).ConfigureAwait(false);
        await using (Neo4jGraphStore warm = await OpenAsync(server, cancellation).ConfigureAwait(false))
        {
            await EstateWriting.WriteAsync(warm, scopes, assertions[..(assertions.Length / WarmShare)], edges[..(edges.Length / WarmShare)], BatchOf, cancellation).ConfigureAwait(false);
        }

        await EmptyAsync(plain, cancellation).ConfigureAwait(false);
        await using Neo4jGraphStore store = await OpenAsync(server, cancellation).ConfigureAwait(false);
        double first = await LoadAsync("first load", store, plain, scopes, assertions, edges, cancellation).ConfigureAwait(false);
        Console.WriteLine(FormattableString.Invariant($"  {first / whole:0.00} times the plain loop of the same content, {first / loop:0.00} times that of the graph alone"));
        random.Shuffle(assertions);
        random.Shuffle(edges);
        await LoadAsync("unchanged, shuffled", store, plain, scopes, assertions, edges, cancellation).ConfigureAwait(false);
        for (int i = 0; i < assertions.Length; i += OneIn)
        {
            assertions[i] = assertions[i] with { Node = assertions[i].Node with { Name = assertions[i].Node.Name + " (renamed)" } };
        }

        for (int i = 0; i < edges.Length; i += OneIn)
        {
            edges[i] = edges[i] with { Edge = edges[i].Edge with { Assumptions = ["as of the second load"] } };
        }

        await LoadAsync("1 % changed, shuffled", store, plain, scopes, assertions, edges, cancellation).ConfigureAwait(false);
        return 0;
    }

    private static async Task<double> LoadAsync(string what, Neo4jGraphStore store, PlainLoop plain, string[] scopes, Assertion[] assertions, DerivedEdge[] edges, CancellationToken cancellation)
    {
        long before = store.Client.Figures.Requests;
        Run? run = null;
        var phases = new List<string>();
        long began = Stopwatch.GetTimestamp();
        TimeSpan own = Environment.CpuUsage.TotalTime;
        double seconds = await TimeAsync(async () => run = await EstateWriting.WriteAsync(store, scopes, assertions, edges, BatchOf, cancellation, what =>
        {
            phases.Add(FormattableString.Invariant($"{what} {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s"));
            began = Stopwatch.GetTimestamp();
        }).ConfigureAwait(false)).ConfigureAwait(false);
        phases.Add(FormattableString.Invariant($"publish {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s"));
        own = Environment.CpuUsage.TotalTime - own;
        double speed = (assertions.Length + edges.Length) / seconds;
        long written = await plain.SendAsync("written", new { run = run!.Id.Value }, cancellation).ConfigureAwait(false);
        Console.WriteLine(FormattableString.Invariant(
            $"{what}: {speed:N0} elements/s ({seconds:0.0} s: {string.Join(", ", phases)}; {own.TotalSeconds:0.0} s of processor here), {run.Opened:N0} intervals opened, {run.Closed:N0} closed, {written:N0} things written in the database, {store.Client.Figures.Requests - before:N0} requests"));
        return speed;
    }

    private static async Task<double> PlainAsync(PlainLoop plain, Assertion[] assertions, DerivedEdge[] edges, Func<(Assertion[] Assertions, DerivedEdge[] Edges), Task> load, CancellationToken cancellation)
    {
        double seconds = 0;
        foreach (int share in (int[])[WarmShare, 1])
        {
            await EmptyAsync(plain, cancellation).ConfigureAwait(false);
            await plain.SendAsync("schema", new { }, cancellation).ConfigureAwait(false);
            await plain.SendAsync("whole_schema", new { }, cancellation).ConfigureAwait(false);
            seconds = await TimeAsync(() => load((assertions[..(assertions.Length / share)], edges[..(edges.Length / share)]))).ConfigureAwait(false);
        }

        return (assertions.Length + edges.Length) / seconds;
    }

    private static Task<Neo4jGraphStore> OpenAsync(Uri server, CancellationToken cancellation) =>
        Neo4jGraphStore.OpenAsync(new Neo4jOptions(server, "neo4j"), create: true, TimeProvider.System, cancellation);

    /// <summary>What the plain loops index, and what the store indexes only once its first run is whole, is made again by who needs it.</summary>
    private static async Task EmptyAsync(PlainLoop plain, CancellationToken cancellation)
    {
        foreach (string statement in (string[])["wipe", "drop", "whole_drop", "store_drop"])
        {
            await plain.SendAsync(statement, new { }, cancellation).ConfigureAwait(false);
        }
    }

    private static async Task<double> TimeAsync(Func<Task> act)
    {
        long began = Stopwatch.GetTimestamp();
        await act().ConfigureAwait(false);
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
