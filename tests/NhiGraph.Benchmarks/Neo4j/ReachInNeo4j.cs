using System.Diagnostics;
using NhiGraph.Benchmarks.Estates;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;
using NhiGraph.Storage;
using NhiGraph.Storage.Neo4j;
using NhiGraph.Storage.Neo4j.Parts;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Parts;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Benchmarks.Neo4j;

/// <summary>
/// Blast radii of random identities of the segmented estate, side by side: from the whole graph in memory, by <c>--engine neo4j</c> (the part is found in the database, the walk is made here), and by
/// <c>cypher/queries/blast_radius</c> alone. Every count is compared. The database holds what <c>store</c> wrote, exported and imported.
/// </summary>
internal static class ReachInNeo4j
{
    private const int Warmup = 40;
    private const int Questions = 200;
    private const int SampleSeed = 42;
    private static readonly TraversalOptions Options = new(2_000_000_000);

    internal static async Task<int> RunAsync(Uri server, bool small, CancellationToken cancellation)
    {
        Console.WriteLine(Machine.Line());
        GeneratedEstate estate = EstateGenerator.Make(EstateSize.Segmented(small ? 20 : 1));
        AccessGraph graph = estate.Build();
        Console.WriteLine(FormattableString.Invariant($"{graph.NodeCount:N0} nodes, {graph.EdgeCount:N0} edges, checksum {estate.Checksum():x16}"));
        var options = new Neo4jOptions(server, "neo4j");
        await using Neo4jGraphStore store = await Neo4jGraphStore.OpenAsync(options, create: false, TimeProvider.System, cancellation).ConfigureAwait(false);
        StoreStatus status = await store.StatusAsync(cancellation).ConfigureAwait(false);
        if ((status.Nodes, status.Edges) != (graph.NodeCount, graph.EdgeCount))
        {
            Console.Error.WriteLine(FormattableString.Invariant($"The store holds {status.Nodes:N0} nodes and {status.Edges:N0} edges: another estate. Import the one that `store` writes."));
            return 2;
        }

        string[] starts = Starts(graph);
        await using var client = new QueryApiClient(options, TimeProvider.System);
        await AskAsync(graph, await Neo4jParts.Of(store)(status.Version, cancellation).ConfigureAwait(false), client, status.Version.Value, starts, cancellation).ConfigureAwait(false);
        return 0;
    }

    private static string[] Starts(AccessGraph graph)
    {
        int[] identities = [.. Enumerable.Range(0, graph.NodeCount).Where(node => graph.KindsOf(node) == NodeKinds.Identity)];
        var random = new Random(SampleSeed);
        return [.. Enumerable.Range(0, Warmup + Questions).Select(_ => graph.KeyOf(identities[random.Next(identities.Length)]))];
    }

    private static async Task AskAsync(AccessGraph graph, IGraphParts parts, QueryApiClient client, long run, string[] starts, CancellationToken cancellation)
    {
        var memory = new List<double>();
        var engine = new List<double>();
        var cypher = new List<double>();
        var reached = new List<double>();
        int refused = 0;
        for (int number = 0; number < starts.Length; number++)
        {
            (Reached expected, double took) = Timed(() => Walk(graph, starts[number]));
            (Reached? found, double tookParts) = await TimedAsync(() => PartAsync(parts, starts[number], cancellation)).ConfigureAwait(false);
            (long rows, double tookCypher) = await TimedAsync(() => RowsAsync(client, run, starts[number], cancellation)).ConfigureAwait(false);
            if ((found is { } walked && walked != expected) || rows != expected.Nodes)
            {
                throw new InvalidOperationException(FormattableString.Invariant($"{starts[number]}: {expected} in memory, {found} by parts, {rows} nodes by Cypher."));
            }

            if (number >= Warmup)
            {
                memory.Add(took);
                cypher.Add(tookCypher);
                reached.Add(expected.Nodes);
                refused += found is null ? 1 : 0;
                engine.AddRange(found is null ? [] : [tookParts]);
            }
        }

        double[] sorted = Percentiles.Sorted(reached);
        Console.WriteLine(FormattableString.Invariant($"  {Questions} random identities after {Warmup} to warm up, one at a time, all counts equal; nodes reached: p50 {Percentiles.Of(sorted, 50):N0} p90 {Percentiles.Of(sorted, 90):N0} p99 {Percentiles.Of(sorted, 99):N0} max {sorted[^1]:N0}"));
        Console.WriteLine($"  the whole graph in memory, nodes and resources counted: {Percentiles.Line(memory)}");
        Console.WriteLine($"  --engine neo4j, nodes and resources counted:            {Percentiles.Line(engine)}  ({refused} refused as too large)");
        Console.WriteLine($"  cypher/queries/blast_radius, nodes listed:              {Percentiles.Line(cypher)}");
    }

    private static Reached Walk(AccessGraph graph, string start)
    {
        using ReachWorkspace reach = ReachWorkspace.Rent(graph);
        reach.Forward(graph.TryFind(start, out int node) ? [node] : [], Options);
        return new Reached(reach.Count, reach.CountOf(NodeKind.Identity).Proved, reach.Resources.Counted.Possible, reach.Resources.Sensitive.Possible);
    }

    private static async Task<Reached?> PartAsync(IGraphParts parts, string start, CancellationToken cancellation)
    {
        try
        {
            return Walk(await parts.ReachedAsync([start], Options, cancellation).ConfigureAwait(false), start);
        }
        catch (StoreException failure) when (failure.Reason == StoreReason.TooLarge)
        {
            return null;
        }
    }

    private static async Task<long> RowsAsync(QueryApiClient client, long run, string start, CancellationToken cancellation)
    {
        QueryParameters parameters = new QueryParameters().Set("of", [start]).Set("certainty", Certainty.Inferred.Text()).Set("strict", false).Set("includeInactive", false)
            .Set("includeExposedTo", false).Set("maxDepth", (long?)null).Set("at", Options.At).Set("run", run);
        long rows = 0;
        await foreach (int _ in client.StreamAsync(new Query(CypherFile.Named("queries/blast_radius"), parameters), static row => row.Count, cancellation).ConfigureAwait(false))
        {
            rows++;
        }

        return rows;
    }

    private static (T Made, double Microseconds) Timed<T>(Func<T> make)
    {
        long began = Stopwatch.GetTimestamp();
        T made = make();
        return (made, Stopwatch.GetElapsedTime(began).TotalMicroseconds);
    }

    private static async Task<(T Made, double Microseconds)> TimedAsync<T>(Func<Task<T>> make)
    {
        long began = Stopwatch.GetTimestamp();
        T made = await make().ConfigureAwait(false);
        return (made, Stopwatch.GetElapsedTime(began).TotalMicroseconds);
    }

    /// <summary>What an answer counts.</summary>
    private readonly record struct Reached(long Nodes, long Identities, long Resources, long Sensitive);
}
