using System.Net.Http.Json;
using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Contract;
using NhiGraph.Storage.Neo4j.Tests.Servers;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Tests.Kills;

/// <summary>Somebody else's transaction makes a deadlock with a run's batch on the real server: the batch is carried out all the same, once.</summary>
public sealed class DeadlockTests
{
    private const int Nodes = 1_000;
    private const int MostTries = 20;
    private const string Want = "MATCH (s:Store) SET s.held = true";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_batch_survives_a_deadlock()
    {
        using EmptyDatabase database = await EmptyDatabase.TakeAsync(TestServer.Open, Cancellation);
        await using Neo4jGraphStore store = await Neo4jGraphStore.OpenAsync(database.Options, create: true, TimeProvider.System, Cancellation);
        RunId run = await store.BeginAsync(new RunStart(RunKind.Load, "aws", "aws", Some.Time, "r"), Cancellation);
        GraphNode[] nodes = [.. Enumerable.Range(0, Nodes).Select(i => Some.Node($"n{i:d4}"))];
        await store.WriteAsync(run, new RunChanges { Nodes = [.. nodes], Edges = [Some.Derived(Some.Edge("n0000", "n0000"))] }, Cancellation);
        int batches = 0, edges = 1;
        for (long before = store.Client.Figures.Repeats; store.Client.Figures.Repeats == before; batches++)
        {
            // The server decides who gives way, and it may be the other transaction every time: then nothing was shown, and that is said.
            Assert.SkipWhen(batches == MostTries, $"The server never made the batch give way in {MostTries} deadlocks or near ones.");
            // Edges that are not there yet: others are not made again, and lock nothing.
            GraphEdge[] batch = [.. Enumerable.Range(0, 20).Select(i => Some.Edge($"n{i:d4}", $"n{i + 1 + batches:d4}"))];
            await MakeAsync(database.Options, store, run, batch);
            edges += batch.Length;
        }

        Run published = await store.PublishAsync(run, new RunOutcome(Some.Time, [], []), Cancellation);
        Assert.Equal(Nodes + edges, published.Opened);
        Assert.Equal(edges, (await store.StatusAsync(Cancellation)).Edges);
        Assert.Equal(edges, (await store.LoadGraphAsync(published.Id, Cancellation)).EdgeCount);
        Suite.Ran("neo4j-deadlock", $"{batches} batches against a transaction that locks the other way round, {store.Client.Figures.Repeats} sent again");
    }

    /// <summary>
    /// The other transaction holds a node that the batch comes to, and both wait for the store's node, which a third holds. Once that lets go, either gets it: where it is the batch, it comes to the
    /// node, and who closes the circle gives way.
    /// </summary>
    private static async Task MakeAsync(Neo4jOptions server, Neo4jGraphStore store, RunId run, GraphEdge[] edges)
    {
        using var http = new HttpClient { BaseAddress = server.Server, Timeout = TimeSpan.FromMinutes(10) };
        string third = await BeginAsync(http, Want), other = await BeginAsync(http, "MATCH (n:Entity) SET n.held = true");
        Task writing = store.WriteAsync(run, new RunChanges { Edges = [.. edges.Select(edge => Some.Derived(edge))] }, Cancellation);
        Task wanting = PostAsync(http, other, Want);
        try
        {
            await WaitingAsync(http, "CREATE (a)-[e:");
            await WaitingAsync(http, Want);
        }
        finally
        {
            await EndAsync(http, third);
            await wanting;
            await EndAsync(http, other);
            await writing;
        }
    }

    private static async Task<string> BeginAsync(HttpClient http, string statement)
    {
        JsonElement begun = await PostAsync(http, "/db/neo4j/query/v2/tx", statement);
        return $"/db/neo4j/query/v2/tx/{begun.GetProperty("transaction").GetProperty("id").GetString()}";
    }

    private static async Task EndAsync(HttpClient http, string transaction)
    {
        using HttpResponseMessage end = await http.DeleteAsync(new Uri(transaction, UriKind.Relative), Cancellation);
    }

    /// <summary>Until a query that has these words waits for a lock.</summary>
    private static async Task WaitingAsync(HttpClient http, string words)
    {
        string look = $"SHOW TRANSACTIONS YIELD currentQuery, status WHERE status STARTS WITH 'Blocked' AND currentQuery CONTAINS '{words}' AND NOT currentQuery STARTS WITH 'SHOW' RETURN 1";
        while ((await PostAsync(http, "/db/neo4j/query/v2", look)).GetProperty("data").GetProperty("values").GetArrayLength() == 0)
        {
            await Task.Delay(10, Cancellation);
        }
    }

    /// <summary>An error ends the transaction, which is as good.</summary>
    private static async Task<JsonElement> PostAsync(HttpClient http, string address, string statement)
    {
        using HttpResponseMessage response = await http.PostAsJsonAsync(new Uri(address, UriKind.Relative), new { statement }, Cancellation);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }
}
