using NhiGraph.Storage.Contract;
using NhiGraph.Storage.Neo4j.Tests.Servers;

namespace NhiGraph.Storage.Neo4j.Tests;

/// <summary>Opens stores on real servers for the contract suite, each test's n-th store on the n-th server: a Community server has one database, which is lent to one test at a time.</summary>
/// <param name="servers">The servers of one test, always in the order in which all tests take them.</param>
public abstract class StoresOnServer(params TestServer[] servers) : IStoresUnderTest
{
    private readonly Dictionary<IGraphStore, Neo4jOptions> _stores = [];
    private EmptyDatabase[]? _databases;

    /// <summary>Declared gaps: none.</summary>
    public static IReadOnlyDictionary<string, string> Gaps { get; } = new Dictionary<string, string>();

    /// <summary>How stores are opened on a server: as usual, or as only large loads have them go.</summary>
    protected virtual Neo4jOptions OptionsOf(Neo4jOptions usual) => usual;

    public async Task<IGraphStore> OpenNewAsync(CancellationToken cancellation)
    {
        if (_databases is null)
        {
            var databases = new List<EmptyDatabase>();
            foreach (TestServer server in servers)
            {
                databases.Add(await EmptyDatabase.TakeAsync(server, cancellation));
                _databases = [.. databases];
            }
        }

        Neo4jOptions options = OptionsOf(_databases![_stores.Count].Options);
        IGraphStore store = await Neo4jGraphStore.OpenAsync(options, create: true, TimeProvider.System, cancellation);
        _stores.Add(store, options);
        return store;
    }

    public async Task<IGraphStore> OpenAgainAsync(IGraphStore store, CancellationToken cancellation) =>
        await Neo4jGraphStore.OpenAsync(_stores[store], create: false, TimeProvider.System, cancellation);

    public ValueTask DisposeAsync()
    {
        foreach (EmptyDatabase database in _databases ?? [])
        {
            database.Dispose();
        }

        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
