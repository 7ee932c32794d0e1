using System.Collections.Immutable;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Neo4j.Tests.Servers;

namespace NhiGraph.Storage.Neo4j.Tests.Writing;

/// <summary>A batch that came before the one that must be done before it is not carried out; in its turn it is, once.</summary>
public sealed class TurnTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_batch_is_carried_out_in_its_turn_and_once()
    {
        using EmptyDatabase database = await EmptyDatabase.TakeAsync(TestServer.Open, Cancellation);
        await using Neo4jGraphStore store = await Neo4jGraphStore.OpenAsync(database.Options, create: true, TimeProvider.System, Cancellation);
        await SendAsync(store, "load/take_lease", parameters => parameters.Set("holder", "this test").Set("late", false));
        await SendAsync(store, "load/begin_run", parameters => parameters.Set("start", static writer =>
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
        }));

        Assert.Equal(0, await BatchAsync(store, after: 1, batch: 2));
        Assert.Equal(1, await BatchAsync(store, after: 0, batch: 1));
        Assert.Equal(1, await BatchAsync(store, after: 1, batch: 2));
        Assert.Equal(0, await BatchAsync(store, after: 1, batch: 2));
        Assert.Equal(0, await BatchAsync(store, after: 0, batch: 1));
    }

    private static Task<int> BatchAsync(Neo4jGraphStore store, long after, long batch) =>
        SendAsync(store, "load/put_digests", parameters => parameters.Set("run", 1).Set("after", after).Set("batch", batch).Set("kind", "node").Set("rows", ""));

    private static async Task<int> SendAsync(Neo4jGraphStore store, string statement, Func<QueryParameters, QueryParameters> set)
    {
        QueryParameters parameters = set(new QueryParameters().Set("lease", "of this test").Set("leaseFor", 60_000));
        ImmutableArray<bool> rows = await store.Client.RowsAsync(new Query(CypherFile.Named(statement), parameters) { Access = QueryAccess.Write }, static _ => true, Cancellation);
        return rows.Length;
    }
}
