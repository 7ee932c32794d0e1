using NhiGraph.Storage;
using NhiGraph.Storage.Contract.Parts;
using NhiGraph.Storage.Memory;
using NhiGraph.Storage.Neo4j;
using NhiGraph.Storage.Neo4j.Parts;
using NhiGraph.Storage.Neo4j.Tests.Servers;
using NhiGraph.Storage.Parts;
using NhiGraph.Storage.Sqlite;

namespace NhiGraph.Scenarios.Running;

/// <summary>A store that scenarios run in, and the engines that are asked in it.</summary>
internal sealed record Setting(string Name, Func<string, CancellationToken, Task<OpenedStore>> OpenAsync, params (string Name, Func<IGraphStore, OpenParts> Open)[] Engines)
{
    private const string Whole = "the whole graph in memory";

    internal static IReadOnlyList<Setting> All { get; } =
    [
        new("memory store", (_, _) => Task.FromResult(new OpenedStore(new MemoryGraphStore(), null)), (Whole, WholeGraph.Of), ("in parts", store => NaiveParts.Of(store))),
        new("SQLite", async (folder, cancellation) => new(await SqliteGraphStore.OpenAsync(Path.Combine(folder, "scenario.db"), create: true, cancellation), null), (Whole, WholeGraph.Of)),
        new("Neo4j", OpenNeo4jAsync, (Whole, WholeGraph.Of), ("the database", store => Neo4jParts.Of((Neo4jGraphStore)store))),
    ];

    internal static Setting Named(string name) => All.Single(setting => setting.Name == name);

    private static async Task<OpenedStore> OpenNeo4jAsync(string folder, CancellationToken cancellation)
    {
        EmptyDatabase database = await EmptyDatabase.TakeAsync(TestServer.Open, cancellation);
        try
        {
            return new(await Neo4jGraphStore.OpenAsync(database.Options, create: true, TimeProvider.System, cancellation), database);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
