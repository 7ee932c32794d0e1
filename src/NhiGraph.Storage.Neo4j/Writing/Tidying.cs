using NhiGraph.Storage.Neo4j.QueryApi;

namespace NhiGraph.Storage.Neo4j.Writing;

/// <summary>
/// What follows a run: after a published one its sweep, which moves all that it ended from the graph into the past; after one that was not published its undoing. Both go in small
/// steps that may be cut off anywhere and are gone on with by whoever has the writer's place next.
/// </summary>
internal sealed class Tidying(QueryApiClient client, Lease lease, TimeProvider clock)
{
    private const long Step = 5_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly string[] Sweeping = ["sweep_states", "sweep_edges", "sweep_nodes", "sweep_assertions", "sweep_facts", "sweep_terms"];

    private static readonly string[] Undoing =
    [
        "undo_states", "undo_new_edges", "undo_ended_edges", "undo_new_nodes", "undo_ended_nodes", "undo_new_assertions", "undo_ended_assertions", "undo_new_facts", "undo_ended_facts",
        "undo_new_terms", "undo_ended_terms", "undo_keys", "undo_digests",
    ];

    /// <param name="run">The published run.</param>
    /// <param name="begun">Its first step was announced by the statement that published.</param>
    /// <param name="leave">Give up the writer's place with the last step.</param>
    /// <param name="cancellation">Ends it between two steps.</param>
    internal async Task SweepAsync(long run, bool begun, bool leave, CancellationToken cancellation)
    {
        if (!begun)
        {
            await MovingAsync(true, cancellation).ConfigureAwait(false);
        }

        foreach (string statement in Sweeping)
        {
            while (await StepAsync(statement, run, cancellation).ConfigureAwait(false) == Step)
            {
                await MovingAsync(false, cancellation).ConfigureAwait(false);
                await Task.Delay(Pause, clock, cancellation).ConfigureAwait(false);
                await MovingAsync(true, cancellation).ConfigureAwait(false);
            }
        }

        await DemandAsync("load/swept", run, parameters => parameters.Set("leave", leave), cancellation).ConfigureAwait(false);
    }

    /// <param name="run">The run that was not published.</param>
    /// <param name="forget">A crash left it behind: its number is the next run's. Otherwise it is remembered as abandoned.</param>
    /// <param name="cancellation">Ends it between two steps.</param>
    internal async Task UndoAsync(long run, bool forget, CancellationToken cancellation)
    {
        foreach (string statement in Undoing)
        {
            while (await StepAsync(statement, run, cancellation).ConfigureAwait(false) == Step)
            {
            }
        }

        await DemandAsync("load/abandon_run", run, parameters => parameters.Set("forget", forget), cancellation).ConfigureAwait(false);
    }

    /// <summary>How many rows the step moved or undid; a full one is followed by another.</summary>
    private async Task<long> StepAsync(string statement, long run, CancellationToken cancellation)
    {
        QueryParameters parameters = Fenced().Set("run", run).Set("most", Step);
        var query = new Query(CypherFile.Named("load/" + statement), parameters) { Access = QueryAccess.Write, RetryFor = client.Options.RetryWritesFor };
        return (await client.RowsAsync(query, static row => row.Number(0), cancellation).ConfigureAwait(false)).Sum();
    }

    /// <summary>Readers go between the steps: while something is moved they wait.</summary>
    private async Task MovingAsync(bool moving, CancellationToken cancellation)
    {
        var query = new Query(CypherFile.Named("load/pause_sweep"), Fenced().Set("moving", moving)) { Access = QueryAccess.Write, RetryFor = client.Options.RetryWritesFor };
        await client.ExecuteAsync(query, cancellation).ConfigureAwait(false);
    }

    private QueryParameters Fenced() => new QueryParameters().Set("lease", lease.Id).Set("leaseFor", (long)client.Options.LeaseFor.TotalMilliseconds);

    private async Task DemandAsync(string statement, long run, Func<QueryParameters, QueryParameters> set, CancellationToken cancellation)
    {
        var query = new Query(CypherFile.Named(statement), set(new QueryParameters().Set("lease", lease.Id).Set("run", run))) { Access = QueryAccess.Write, RetryFor = client.Options.RetryWritesFor };
        if ((await client.ExecuteAsync(query, cancellation).ConfigureAwait(false)).Rows == 0)
        {
            throw Fence.Lost(run);
        }
    }
}
