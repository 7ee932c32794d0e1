using System.Collections.Immutable;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;
using Xunit;

namespace NhiGraph.Storage.Contract;

/// <summary>What every concern of the suite shares: a new store for each test, and short ways to run a run.</summary>
/// <typeparam name="TStores">How the store under test is opened.</typeparam>
public abstract class StoreContract<TStores> : IAsyncLifetime where TStores : IStoresUnderTest, new()
{
    private IGraphStore? _store;
    private int _minutes;

    protected TStores Stores { get; } = new();

    protected IGraphStore Store => _store ?? throw new InvalidOperationException("The test has not begun.");

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await Stores.OpenNewAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }

        await Stores.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A run's start, a minute after the last one's.</summary>
    protected RunStart Start(string? source = "aws", string rules = "rules-1") => new(source is null ? RunKind.Derive : RunKind.Load, source, source, Some.Time.AddMinutes(_minutes++), rules);

    /// <summary>An outcome half a minute after the last start.</summary>
    protected RunOutcome Outcome(params DatasetRun[] datasets) => new(Some.Time.AddMinutes(_minutes - 1).AddSeconds(30), [.. datasets], []);

    /// <summary>A whole run of one batch.</summary>
    protected Task<Run> PublishAsync(RunChanges changes, params DatasetRun[] datasets) => PublishAsync(Start(), [changes], datasets);

    protected async Task<Run> PublishAsync(RunStart start, RunChanges[] batches, params DatasetRun[] datasets)
    {
        RunId run = await Store.BeginAsync(start, Cancellation);
        foreach (RunChanges batch in batches)
        {
            await Store.WriteAsync(run, batch, Cancellation);
        }

        return await Store.PublishAsync(run, Outcome(datasets), Cancellation);
    }

    protected async Task<ImmutableArray<Fact>> FactsAsync(RunId version, string? scope = null, string? dataset = null) =>
        [.. await Store.FactsAsync(version, scope, dataset, Cancellation).ToArrayAsync(Cancellation)];

    protected async Task<StoreReason> ReasonAsync(Func<Task> action) => (await Assert.ThrowsAsync<StoreException>(action)).Reason;

    /// <summary>Names of the nodes that are there at a version, sorted.</summary>
    protected async Task<string[]> NodeKeysAsync(RunId version) =>
        [.. (await Store.FindAsync(version, new() { First = 500 }, Cancellation)).Keys.Order(StringComparer.Ordinal)];
}
