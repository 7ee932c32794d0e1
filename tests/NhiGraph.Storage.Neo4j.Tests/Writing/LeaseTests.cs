using NhiGraph.Storage.Contract;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Neo4j.Tests.Servers;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Tests.Writing;

/// <summary>A writer's place that ran out goes to the next, unless its holder comes back within two renewals: a server that was restarted was away from its writer, not the writer from it.</summary>
public sealed class LeaseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_place_that_ran_out_is_taken_when_nobody_comes_back()
    {
        using EmptyDatabase database = await EmptyDatabase.TakeAsync(TestServer.Open, Cancellation);
        await using Neo4jGraphStore store = await OpenAsync(database);
        await SendAsync(store, "load/take_lease", 1, parameters => parameters.Set("holder", "gone").Set("late", false));

        RunId run = await BeginAsync(store);

        Assert.Equal(new RunId(1), run);
        await store.AbandonAsync(run, Cancellation);
    }

    [Fact]
    public async Task A_place_that_ran_out_is_left_to_a_holder_who_comes_back()
    {
        using EmptyDatabase database = await EmptyDatabase.TakeAsync(TestServer.Open, Cancellation);
        await using Neo4jGraphStore store = await OpenAsync(database);
        await SendAsync(store, "load/take_lease", 1, parameters => parameters.Set("holder", "away").Set("late", false));
        Task<RunId> next = BeginAsync(store);
        for (long leaseFor = 60_000; !next.IsCompleted; leaseFor++)
        {
            await SendAsync(store, "load/renew_lease", leaseFor, parameters => parameters);
            await Task.Delay(50, Cancellation);
        }

        Assert.Equal(StoreReason.Busy, (await Assert.ThrowsAsync<StoreException>(() => next)).Reason);
    }

    /// <summary>The second renewal would come after four seconds.</summary>
    private static Task<Neo4jGraphStore> OpenAsync(EmptyDatabase database) =>
        Neo4jGraphStore.OpenAsync(database.Options with { LeaseFor = TimeSpan.FromSeconds(10) }, create: true, TimeProvider.System, Cancellation);

    private static Task<RunId> BeginAsync(Neo4jGraphStore store) => store.BeginAsync(new RunStart(RunKind.Load, "aws", "aws", Some.Time, "r"), Cancellation);

    private static Task<QuerySummary> SendAsync(Neo4jGraphStore store, string statement, long leaseFor, Func<QueryParameters, QueryParameters> set) => store.Client.ExecuteAsync(
        new Query(CypherFile.Named(statement), set(new QueryParameters().Set("lease", "another").Set("leaseFor", leaseFor))) { Access = QueryAccess.Write }, Cancellation);
}
