using NhiGraph.Storage.Neo4j.QueryApi;

namespace NhiGraph.Storage.Neo4j.Tests.Servers;

/// <summary>A server's one database, emptied and lent to one test at a time; its indexes stay, for they take longer to make than most tests.</summary>
public sealed class EmptyDatabase : IDisposable
{
    private static readonly SemaphoreSlim OnOpen = new(1), OnClosed = new(1);
    private readonly SemaphoreSlim _place;

    private EmptyDatabase(Neo4jOptions options, SemaphoreSlim place) => (Options, _place) = (options, place);

    public Neo4jOptions Options { get; }

    public static async Task<EmptyDatabase> TakeAsync(TestServer server, CancellationToken cancellation)
    {
        Neo4jOptions options = await server.DemandAsync();
        SemaphoreSlim place = server == TestServer.Open ? OnOpen : OnClosed;
        await place.WaitAsync(cancellation);
        var database = new EmptyDatabase(options, place);
        try
        {
            await using var client = new QueryApiClient(options, TimeProvider.System);
            await client.ExecuteAsync(new Query(CypherFile.Of("wipe", "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"), new()) { Access = QueryAccess.Write }, cancellation);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    public void Dispose() => _place.Release();
}
