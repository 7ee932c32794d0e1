using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Neo4j.Reading;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Writing;

/// <summary>The writer's place within this process; among processes it is the <see cref="Lease"/>. Safe for concurrent use.</summary>
internal sealed class Writer(QueryApiClient client, Numbers numbers, TimeProvider clock) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private OpenRun? _open;
    private bool _disposed;

    internal async Task<RunId> BeginAsync(RunStart start, CancellationToken cancellation)
    {
        using IDisposable entered = await EnterAsync(cancellation).ConfigureAwait(false);
        if (_open is not null)
        {
            throw new StoreException(StoreReason.Busy, "Another run is being written to this store. Wait until it is published or abandoned, then try again.");
        }

        Lease lease = await Lease.TakeAsync(client, clock, cancellation).ConfigureAwait(false);
        try
        {
            await TidyAsync(lease, cancellation).ConfigureAwait(false);
            await numbers.ReadAsync(cancellation, client.Options.RetryWritesFor).ConfigureAwait(false);
            QueryParameters parameters = new QueryParameters().Set("lease", lease.Id).Set("start", writer => RunCode.WriteStart(writer, start));
            var query = new Query(CypherFile.Named("load/begin_run"), parameters) { Access = QueryAccess.Write, RetryFor = client.Options.RetryWritesFor };
            BegunRun[] run = [.. await client.RowsAsync(query, row => new BegunRun(row.Number(0), row.Number(1), row.Number(2), row.Boolean(3), lease.State.Version == 0), cancellation).ConfigureAwait(false)];
            _open = run.Length == 1
                ? new OpenRun(client, numbers, lease, start, run[0])
                : throw new StoreException(StoreReason.Busy, "Another process took the writer's place meanwhile. Try again.");
            return _open.Id;
        }
        catch
        {
            await lease.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    internal async Task WriteAsync(RunId run, RunChanges changes, CancellationToken cancellation)
    {
        using IDisposable entered = await EnterAsync(cancellation).ConfigureAwait(false);
        await Demand(run).WriteAsync(changes, cancellation).ConfigureAwait(false);
    }

    internal async Task<Run> PublishAsync(RunId run, RunOutcome outcome, CancellationToken cancellation)
    {
        using IDisposable entered = await EnterAsync(cancellation).ConfigureAwait(false);
        OpenRun open = Demand(run);
        (Run published, bool swept) = await open.PublishAsync(outcome, cancellation).ConfigureAwait(false);
        open.Lease.IsGivenUp = swept;
        try
        {
            if (!swept)
            {
                await new Tidying(client, open.Lease, clock).SweepAsync(run.Value, begun: true, leave: true, CancellationToken.None).ConfigureAwait(false);
                open.Lease.IsGivenUp = true;
            }
        }
        catch (Exception failure) when (failure is StoreException or QueryApiException)
        {
            // The run is published whatever becomes of its sweep: the next writer, or a reader who needs it, goes on with it.
        }

        await LeaveAsync().ConfigureAwait(false);
        return published;
    }

    internal async Task AbandonAsync(RunId run, CancellationToken cancellation)
    {
        using IDisposable entered = await EnterAsync(cancellation).ConfigureAwait(false);
        OpenRun open = Demand(run);
        await open.RestAsync().ConfigureAwait(false);
        try
        {
            await new Tidying(client, open.Lease, clock).UndoAsync(run.Value, forget: false, cancellation).ConfigureAwait(false);
        }
        finally
        {
            await LeaveAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Finishes what a crashed writer left behind, if there is anything and nobody writes now.</summary>
    internal async Task RepairAsync(CancellationToken cancellation)
    {
        StoreState state = await StoreState.ReadAsync(client, cancellation).ConfigureAwait(false);
        if (!state.IsFree || (state.IsSwept && state.Run is null) || await Lease.TryTakeAsync(client, clock, cancellation).ConfigureAwait(false) is not { } lease)
        {
            return;
        }

        try
        {
            await TidyAsync(lease, cancellation).ConfigureAwait(false);
        }
        finally
        {
            await lease.DisposeAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        _disposed = true;
        await LeaveAsync().ConfigureAwait(false);
        _gate.Release();
    }

    /// <summary>Finishes what a writer before left behind: its sweep if its run was published, else its undoing.</summary>
    private async Task TidyAsync(Lease lease, CancellationToken cancellation)
    {
        var tidying = new Tidying(client, lease, clock);
        if (lease.State.Run is { } left)
        {
            await tidying.UndoAsync(left, forget: true, cancellation).ConfigureAwait(false);
        }

        if (!lease.State.IsSwept)
        {
            await tidying.SweepAsync(lease.State.Version, begun: false, leave: false, cancellation).ConfigureAwait(false);
        }
    }

    private OpenRun Demand(RunId run) => _open is { } open && open.Id == run ? open : throw Fence.Lost(run.Value);

    private async Task LeaveAsync()
    {
        if (_open is { } open)
        {
            _open = null;
            await open.RestAsync().ConfigureAwait(false);
            await open.Lease.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        if (_disposed)
        {
            _gate.Release();
            throw new ObjectDisposedException(nameof(Neo4jGraphStore));
        }

        return new Exit(_gate);
    }

    private sealed class Exit(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
