using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Copying;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Engine;
using NhiGraph.Storage.Sqlite.Listing;
using NhiGraph.Storage.Sqlite.Opening;
using NhiGraph.Storage.Sqlite.Reading;
using NhiGraph.Storage.Sqlite.Snapshot;
using NhiGraph.Storage.Sqlite.Writing;

namespace NhiGraph.Storage.Sqlite;

/// <summary>The default store: one SQLite file with its WAL, and beside it a snapshot of the last graph for a fast start.</summary>
public sealed class SqliteGraphStore : IGraphStore
{
    private readonly ReaderPool _readers;
    private readonly Writer _writer;
    private readonly StatusReading _status = new();
    private readonly Catalogs _catalogs = new();
    private readonly Graphs _graphs;

    /// <summary>How often a graph had to be read from rows; for tests of the snapshot.</summary>
    internal int GraphsReadFromRows => _graphs.ReadFromRows;

    /// <summary>A bound on the file's size for the next runs; for tests of a full disk.</summary>
    internal int? MostPages
    {
        set => _writer.MostPages = value;
    }

    private SqliteGraphStore(string file, Guid store)
    {
        _graphs = new Graphs(new SnapshotFile(file, store));
        _readers = new ReaderPool(file);
        _writer = new Writer(file);
    }

    /// <summary>Opens a store, bringing its schema up to this version's where it is older.</summary>
    /// <param name="file">The file's path.</param>
    /// <param name="create">Make an empty store where there is no file; without it a missing file is <see cref="StoreReason.Unreachable"/>.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StoreException">The file cannot be opened, is no store, is damaged, or was written by a newer version.</exception>
    public static Task<SqliteGraphStore> OpenAsync(string file, bool create, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        return Task.Run(() =>
        {
            string path = Path.GetFullPath(file);
            return new SqliteGraphStore(path, StoreFile.Prepare(path, create));
        }, cancellation);
    }

    public Task<StoreStatus> StatusAsync(CancellationToken cancellation) => Read(_status.Read, cancellation);

    public Task<RunId> BeginAsync(RunStart start, CancellationToken cancellation) => Task.Run(() => _writer.Begin(start), cancellation);

    public Task WriteAsync(RunId run, RunChanges changes, CancellationToken cancellation) => Task.Run(() => _writer.Write(run, changes, cancellation), cancellation);

    public Task<Run> PublishAsync(RunId run, RunOutcome outcome, CancellationToken cancellation) => Task.Run(() =>
    {
        Run published = _writer.Publish(run, outcome);
        Snapshot(run);
        return published;
    }, cancellation);

    public Task AbandonAsync(RunId run, CancellationToken cancellation) => Task.Run(() => _writer.Abandon(run), cancellation);

    public IAsyncEnumerable<Fact> FactsAsync(RunId version, string? scope, string? dataset, CancellationToken cancellation) =>
        Stream(version, connection => FactReading.Facts(connection, version, scope, dataset), cancellation);

    public IAsyncEnumerable<Assertion> AssertionsAsync(RunId version, string owner, CancellationToken cancellation) =>
        Stream(version, connection => NodeReading.AssertionsOfOwner(connection, version, owner), cancellation);

    public IAsyncEnumerable<DerivedEdge> EdgesAsync(RunId version, string owner, CancellationToken cancellation) =>
        Stream(version, connection => EdgeReading.OfOwner(connection, version, owner), cancellation);

    public IAsyncEnumerable<JoinTerm> TermsAsync(RunId version, CancellationToken cancellation) =>
        Stream(version, connection => FactReading.Terms(connection, version), cancellation);

    public Task<ImmutableArray<Assertion>> AssertionsOfAsync(RunId version, IReadOnlyCollection<string> nodes, CancellationToken cancellation) =>
        ReadAt(version, connection => NodeReading.AssertionsOf(connection, version, nodes), cancellation);

    public Task<ImmutableArray<StoredNode>> NodesAsync(RunId version, IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        ReadAt(version, connection => NodeReading.Of(connection, version, keys), cancellation);

    public Task<ImmutableArray<StoredEdge>> EdgesOfAsync(RunId version, IReadOnlyCollection<EdgeKey> keys, CancellationToken cancellation) =>
        ReadAt(version, connection => EdgeReading.Of(connection, version, keys), cancellation);

    public Task<NodePage> FindAsync(RunId version, NodeQuery query, CancellationToken cancellation) =>
        ReadAt(version, connection => _catalogs.Page(connection, version, query, cancellation), cancellation);

    public Task<RunPage> RunsAsync(string? source, RunId? after, int first, CancellationToken cancellation) =>
        Read(connection => RunReading.Page(connection, source, after, first), cancellation);

    public IAsyncEnumerable<RunChanges> ChangesAsync(RunId run, CancellationToken cancellation) =>
        Stream(run, connection => new ChangeReading(connection, run).Read(), cancellation);

    public Task<AccessGraph> LoadGraphAsync(RunId version, CancellationToken cancellation) =>
        Task.Run(() => ReadAt(version, connection => _graphs.Load(connection, version, cancellation), cancellation), cancellation);

    /// <summary>All that the store ever held.</summary>
    public Task<IStoreHistory> HistoryAsync(CancellationToken cancellation) =>
        cancellation.IsCancellationRequested ? Task.FromCanceled<IStoreHistory>(cancellation) : Task.FromResult<IStoreHistory>(new SqliteHistory(_readers.Take()));

    public ValueTask DisposeAsync()
    {
        _writer.Dispose();
        _readers.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Makes the next start fast. The run is published whatever becomes of it: a graph that cannot be built says why when it is asked for.</summary>
    private void Snapshot(RunId version)
    {
        try
        {
            using ReaderPool.Lease lease = _readers.Take();
            _graphs.Load(lease.Connection, version, CancellationToken.None);
        }
        catch (Exception failure) when (failure is StoreException or ArgumentException or InvalidOperationException)
        {
        }
    }

    private Task<T> ReadAt<T>(RunId version, Func<StoreConnection, T> read, CancellationToken cancellation) => Read(connection =>
    {
        RunReading.DemandVersion(connection, version);
        return read(connection);
    }, cancellation);

    /// <summary>Reads take microseconds to milliseconds from the page cache: they run on the caller's thread.</summary>
    private Task<T> Read<T>(Func<StoreConnection, T> read, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellation);
        }

        try
        {
            using ReaderPool.Lease lease = _readers.Take();
            return Task.FromResult(read(lease.Connection));
        }
        catch (Exception failure) when (failure is StoreException or ArgumentException or InvalidOperationException or OperationCanceledException)
        {
            return Task.FromException<T>(failure);
        }
    }

    private async IAsyncEnumerable<T> Stream<T>(RunId version, Func<StoreConnection, IEnumerable<T>> read, [EnumeratorCancellation] CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using ReaderPool.Lease lease = _readers.Take();
        RunReading.DemandVersion(lease.Connection, version);
        foreach (T item in read(lease.Connection))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return item;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }
}
