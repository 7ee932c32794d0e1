using System.Collections.Immutable;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Neo4j.Reading;

namespace NhiGraph.Storage.Neo4j.Writing;

/// <summary>
/// The writer's place in a store. It is renewed as long as this process lives, and by each batch; a dead writer's runs out. Whoever lost it can write no more, for every
/// statement that writes asks for it first.
/// </summary>
internal sealed class Lease : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);
    private const int RenewalsALease = 5, RenewalsOfTheLiving = 4;
    private readonly QueryApiClient _client;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _renewing;

    private Lease(QueryApiClient client, TimeProvider clock, string id, StoreState state)
    {
        (_client, _clock, Id, State) = (client, clock, id, state);
        _renewing = Task.Run(RenewAsync);
    }

    internal string Id { get; }

    /// <summary>It was given up already, with the run's last statement.</summary>
    internal bool IsGivenUp { get; set; }

    /// <summary>How the store stood when the place was taken.</summary>
    internal StoreState State { get; }

    /// <summary>
    /// Takes the place. While another holds it, waits to see whether that one still renews it: then it is busy, otherwise its time runs out. Three renewals tell nothing yet: the last statements
    /// of a writer that died go on at the server.
    /// </summary>
    /// <exception cref="StoreException"><see cref="StoreReason.Busy"/>.</exception>
    internal static async Task<Lease> TakeAsync(QueryApiClient client, TimeProvider clock, CancellationToken cancellation) =>
        await TryTakeAsync(client, clock, wait: true, cancellation).ConfigureAwait(false)
        ?? throw new StoreException(StoreReason.Busy, $"Another process is writing to {client.Options.Server}{client.Options.Database}. Wait until it is done, then try again.");

    /// <summary>Takes the place if nobody has it now; null where somebody does. A place that ran out while the server was away is left to its holder for two more renewals.</summary>
    internal static Task<Lease?> TryTakeAsync(QueryApiClient client, TimeProvider clock, CancellationToken cancellation) => TryTakeAsync(client, clock, wait: false, cancellation);

    private static async Task<Lease?> TryTakeAsync(QueryApiClient client, TimeProvider clock, bool wait, CancellationToken cancellation)
    {
        string id = Guid.NewGuid().ToString("N");
        (string? Lease, long Left) seen = default;
        int renewals = 0;
        bool late = false;
        while (true)
        {
            QueryParameters parameters = new QueryParameters().Set("lease", id).Set("leaseFor", (long)client.Options.LeaseFor.TotalMilliseconds).Set("holder", $"{Environment.MachineName} process {Environment.ProcessId}").Set("late", late);
            ImmutableArray<StoreState> taken = await client.RowsAsync(
                new Query(CypherFile.Named("load/take_lease"), parameters) { Access = QueryAccess.Write },
                row => new StoreState(row.Number(0), row.Number(1), row.NumberOrNull(2), id, null, null, 0, 0), cancellation).ConfigureAwait(false);
            if (!taken.IsEmpty)
            {
                return new Lease(client, clock, id, taken[0]);
            }

            StoreState state = await StoreState.ReadAsync(client, cancellation).ConfigureAwait(false);
            if (state.IsFree && !late)
            {
                late = true;
                await Task.Delay(state.Lease is null ? TimeSpan.Zero : 2 * client.Options.LeaseFor / RenewalsALease, clock, cancellation).ConfigureAwait(false);
                continue;
            }

            renewals += state.Lease is not null && seen.Lease is not null && (state.Lease != seen.Lease || state.LeaseLeft > seen.Left) ? 1 : 0;
            if (!wait || renewals == RenewalsOfTheLiving)
            {
                return null;
            }

            seen = (state.Lease, state.LeaseLeft ?? 0);
            await Task.Delay(Look, clock, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Gives the place up. A place that cannot be given up, for the server is gone, runs out by itself.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _renewing.ConfigureAwait(false);
        _end.Dispose();
        if (IsGivenUp)
        {
            return;
        }

        try
        {
            await _client.ExecuteAsync(Asking("load/release_lease") with { RetryFor = TimeSpan.FromSeconds(2) }, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is StoreException or QueryApiException)
        {
        }
    }

    private Query Asking(string statement) =>
        new(CypherFile.Named(statement), new QueryParameters().Set("lease", Id).Set("leaseFor", (long)_client.Options.LeaseFor.TotalMilliseconds)) { Access = QueryAccess.Write };

    private async Task RenewAsync()
    {
        using var timer = new PeriodicTimer(_client.Options.LeaseFor / RenewalsALease, _clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token).ConfigureAwait(false))
            {
                try
                {
                    await _client.ExecuteAsync(Asking("load/renew_lease") with { RetryFor = TimeSpan.Zero }, _end.Token).ConfigureAwait(false);
                }
                catch (Exception failure) when (failure is StoreException or QueryApiException)
                {
                    // A server that restarts answers again before long; whether the place is still ours is asked by every batch.
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }
}
