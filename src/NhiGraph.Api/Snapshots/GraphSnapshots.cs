using NhiGraph.Api.Completeness;
using NhiGraph.Loaders.Rules;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage;
using NhiGraph.Storage.Parts;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Api.Snapshots;

/// <summary>
/// Holds the current snapshot and replaces it, by one reference, when a run was published, by this process or another.
/// A request takes <see cref="CurrentAsync"/> once and keeps what it got.
/// </summary>
internal sealed class GraphSnapshots(IGraphStore store, OpenParts open, ProviderCatalog catalog, RuleBook rules) : IDisposable
{
    private readonly SemaphoreSlim _loading = new(1, 1);
    private GraphSnapshot? _current;

    /// <param name="store">The store that is asked.</param>
    /// <param name="providers">What explains the answers.</param>
    /// <param name="open">How the graph of a version is opened; null: loaded whole.</param>
    /// <param name="rules">Of toxic combinations; null: those that come with NhiGraph.</param>
    internal static GraphSnapshots Of(IGraphStore store, IEnumerable<Provider> providers, OpenParts? open, RuleBook? rules) =>
        new(store, open ?? WholeGraph.Of(store), new ProviderCatalog(providers), rules ?? RuleBook.Shipped);

    /// <summary>Whether a snapshot is held, so that questions can be answered at once.</summary>
    internal bool Ready => Volatile.Read(ref _current) is not null;

    /// <summary>The held snapshot; the first caller loads it.</summary>
    /// <exception cref="StoreException">There is none yet and the store cannot be read.</exception>
    internal ValueTask<GraphSnapshot> CurrentAsync(CancellationToken cancellation) =>
        Volatile.Read(ref _current) is { } current ? ValueTask.FromResult(current) : new(LoadFirstAsync(cancellation));

    /// <summary>Loads the store's last version if it is another than the one held. True if it was.</summary>
    internal async Task<bool> RefreshAsync(CancellationToken cancellation)
    {
        await _loading.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            StoreStatus status = await store.StatusAsync(cancellation).ConfigureAwait(false);
            if (_current?.Status.Version == status.Version)
            {
                return false;
            }

            IGraphParts parts = await open(status.Version, cancellation).ConfigureAwait(false);
            Volatile.Write(ref _current, new GraphSnapshot(store, status, parts, catalog, rules));
            return true;
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>Loads the first snapshot in the background; who asks meanwhile waits for it. Ends when that ended, well or not: whoever asks next meets the failure again.</summary>
    internal Task BeginAsync() => Task.Run(async () =>
    {
        try
        {
            await RefreshAsync(CancellationToken.None).ConfigureAwait(false);

            // The first who needs them shall not wait for the files; nobody need wait for them to be ready.
            _ = rules.Rules;
            _ = catalog.Technique("");
        }
        catch (StoreException)
        {
            // The polling tries again and says what is wrong.
        }
    });

    public void Dispose() => _loading.Dispose();

    private async Task<GraphSnapshot> LoadFirstAsync(CancellationToken cancellation)
    {
        await RefreshAsync(cancellation).ConfigureAwait(false);
        return Volatile.Read(ref _current)!;
    }
}
