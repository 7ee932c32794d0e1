using NhiGraph.Storage.Contract;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Neo4j.Reading;
using NhiGraph.Storage.Neo4j.Tests.Servers;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Tests.Reading;

/// <summary>A reading during which something was moved is done again, whoever moved it.</summary>
public sealed class VersionReadingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sweep_that_stalled_beyond_its_lease_and_goes_on_is_seen()
    {
        using EmptyDatabase database = await EmptyDatabase.TakeAsync(TestServer.Open, Cancellation);
        await using Neo4jGraphStore store = await Neo4jGraphStore.OpenAsync(database.Options, create: true, TimeProvider.System, Cancellation);
        RunId run = await store.BeginAsync(new RunStart(RunKind.Load, "aws", "aws", Some.Time, "r"), Cancellation);
        await store.WriteAsync(run, new RunChanges { Edges = [Some.Derived(Some.Edge("a", "b"))] }, Cancellation);
        await store.PublishAsync(run, new RunOutcome(Some.Time, [], []), Cancellation);
        var reading = new VersionReading(store.Client, new RunLog(store.Client), TimeProvider.System);

        // A sweeper announces a step and stalls; its lease runs out, so that readers go on.
        await SendAsync(store, "load/take_lease", parameters => parameters.Set("holder", "a stalled sweeper").Set("late", false));
        await SendAsync(store, "load/pause_sweep", parameters => parameters.Set("moving", true));
        await Task.Delay(10, Cancellation);
        int readings = 0;
        await reading.ReadAsync(run, async _ =>
        {
            if (++readings == 1)
            {
                // It wakes for one step, and stalls again before the reading ends.
                await SendAsync(store, "load/sweep_edges", parameters => parameters.Set("run", run.Value).Set("most", 1L));
                await Task.Delay(10, Cancellation);
            }

            return true;
        }, Cancellation);

        Assert.Equal(2, readings);
    }

    private static Task<QuerySummary> SendAsync(Neo4jGraphStore store, string statement, Func<QueryParameters, QueryParameters> set) => store.Client.ExecuteAsync(
        new Query(CypherFile.Named(statement), set(new QueryParameters().Set("lease", "stalled").Set("leaseFor", 1L))) { Access = QueryAccess.Write }, Cancellation);
}
