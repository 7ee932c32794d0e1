using NhiGraph.Storage.Neo4j.QueryApi;

namespace NhiGraph.Storage.Neo4j.Tests.Servers;

/// <summary>
/// A server's one database, emptied and lent to one test at a time; its indexes stay, for they take longer to make than most tests. Test programs run side by side, so the place is
/// taken by a lock on a file, which the system gives back even for a program that was killed.
/// </summary>
public sealed class EmptyDatabase : IDisposable
{
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(25);
    private readonly FileStream _place;

    private EmptyDatabase(Neo4jOptions options, FileStream place) => (Options, _place) = (options, place);

    public Neo4jOptions Options { get; }

    public static async Task<EmptyDatabase> TakeAsync(TestServer server, CancellationToken cancellation)
    {
        Neo4jOptions options = await server.DemandAsync();
        var database = new EmptyDatabase(options, await TakePlaceAsync(options.Server, cancellation));
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

    public void Dispose() => _place.Dispose();

    private static async Task<FileStream> TakePlaceAsync(Uri server, CancellationToken cancellation)
    {
        string file = Path.Combine(Path.GetTempPath(), $"nhigraph-test-{server.Host}-{server.Port}.lock");
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(Wait, cancellation);
            }
        }
    }
}
