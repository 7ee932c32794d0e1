using NhiGraph.Storage.Contract;
using NhiGraph.Storage.Copying;
using NhiGraph.Storage.Memory;
using NhiGraph.Storage.Neo4j.Export;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Neo4j.Tests.Servers;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Tests.Export;

/// <summary>Files imported by the real tool into a new database, opened as a store: it says of every version what the first store says, and goes on being written to alike.</summary>
public sealed class ImportTests : IDisposable
{
    private static readonly string[] Owners = [.. ExportedEstate.Owners, "s0", "s1"];

    /// <summary>Random runs after the fixed ones: a fresh server takes a second for each version that is read.</summary>
    private static int Rounds => Suite.Long ? 6 : 1;

    private readonly string _folder = Directory.CreateTempSubdirectory("nhigraph-import-").FullName;

    /// <summary>Each takes about as long as a server takes to start.</summary>
    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, Suite.Long ? 8 : 1)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task An_imported_store_answers_like_the_exported_one(int seed)
    {
        await using var first = new MemoryGraphStore();
        await ExportedEstate.WriteAsync(first, Cancellation);
        var random = new RandomRuns(seed);
        for (int round = 5; round < 5 + Rounds; round++)
        {
            await ExportedEstate.RunAsync(first, round, Cancellation, random.Next());
        }

        ExportReport report;
        using (IStoreHistory history = await first.HistoryAsync(Cancellation))
        {
            report = Neo4jExport.Write(history, Path.Combine(_folder, "files"), null, Cancellation);
        }

        await using OwnServer server = await OwnServer.StartAsync(own => own.ImportAsync(Path.Combine(_folder, "files"), report.Command));
        await using Neo4jGraphStore second = await Neo4jGraphStore.OpenAsync(server.Options, create: false, TimeProvider.System, Cancellation);
        await DemandIndexesAsync(second.Client);
        Assert.Equal(await StoreText.OfAsync(first, Owners, Cancellation), await StoreText.OfAsync(second, Owners, Cancellation));

        RunChanges[] next = random.Next();
        await ExportedEstate.RunAsync(first, 5 + Rounds, Cancellation, next);
        await ExportedEstate.RunAsync(second, 5 + Rounds, Cancellation, next);
        Assert.Equal(await StoreText.OfAsync(first, Owners, Cancellation), await StoreText.OfAsync(second, Owners, Cancellation));
        Suite.Ran($"neo4j-import-{seed}", $"{report.Rows} rows of {4 + Rounds} runs imported by neo4j-admin; every version equal, and after one more run");
    }

    /// <summary>The files have no indexes: whoever opens the store first makes them.</summary>
    private static async Task DemandIndexesAsync(QueryApiClient client)
    {
        var query = new Query(CypherFile.Of("indexes", "SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name"), new());
        HashSet<string> online = [.. await client.RowsAsync(query, row => row.Text(0), Cancellation)];
        Assert.Superset(new HashSet<string> { "entity_id", "entity_search", "holds_chunk", "also_stated_until", "past_edge_since", "fact_key", "store_name" }, online);
    }
}
