using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Neo4j.Listing;
using NhiGraph.Storage.Neo4j.Opening;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Neo4j.Reading;
using NhiGraph.Storage.Neo4j.Writing;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j;

/// <summary>A store in a Neo4j database: the current graph natural to read with plain Cypher, facts, history, assertions and runs beside it. The README says how the graph looks.</summary>
public sealed class Neo4jGraphStore : IGraphStore
{
    private readonly Numbers _numbers;
    private readonly RunLog _log;
    private readonly Writer _writer;
    private readonly VersionReading _versions;
    private readonly FactReading _facts;
    private readonly NodeReading _nodes;
    private readonly StatementReading _statements;
    private readonly ChangeReading _changes;
    private readonly Listings _listings;
    private volatile bool _disposed;

    private Neo4jGraphStore(QueryApiClient client, TimeProvider clock)
    {
        Client = client;
        _numbers = new Numbers(client);
        _log = new RunLog(client);
        _writer = new Writer(client, _numbers, clock);
        _versions = new VersionReading(client, _log, clock);
        _facts = new FactReading(client, _numbers);
        _nodes = new NodeReading(client, _facts, _log);
        _statements = new StatementReading(client, _numbers);
        _changes = new ChangeReading(client, _numbers, _facts);
        _listings = new Listings(client, _nodes);
    }

    internal QueryApiClient Client { get; }

    /// <summary>Opens a store.</summary>
    /// <param name="options">Where it is.</param>
    /// <param name="create">Make an empty database a store; without it a database that is none is <see cref="StoreReason.Unreachable"/>.</param>
    /// <param name="clock">For waits; leases go by the server's clock.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StoreException">The server is down, too old or refuses the credential, or the database is no store or a newer program's.</exception>
    public static async Task<Neo4jGraphStore> OpenAsync(Neo4jOptions options, bool create, TimeProvider clock, CancellationToken cancellation)
    {
        var client = new QueryApiClient(options, clock);
        try
        {
            return await Guard(async () =>
            {
                await ServerCheck.DemandAsync(client, cancellation).ConfigureAwait(false);
                await Schema.PrepareAsync(client, create, cancellation).ConfigureAwait(false);
                var store = new Neo4jGraphStore(client, clock);
                await store.RepairAsync(cancellation).ConfigureAwait(false);
                return store;
            }).ConfigureAwait(false);
        }
        catch
        {
            await client.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public Task<StoreStatus> StatusAsync(CancellationToken cancellation) => Read(async () =>
    {
        await _log.ReadAsync(cancellation).ConfigureAwait(false);
        return _log.Status();
    });

    public Task<RunId> BeginAsync(RunStart start, CancellationToken cancellation) => Guard(() => _writer.BeginAsync(start, cancellation));

    public Task WriteAsync(RunId run, RunChanges changes, CancellationToken cancellation) => Guard(async () =>
    {
        await _writer.WriteAsync(run, changes, cancellation).ConfigureAwait(false);
        return true;
    });

    public Task<Run> PublishAsync(RunId run, RunOutcome outcome, CancellationToken cancellation) => Guard(() => _writer.PublishAsync(run, outcome, cancellation));

    public Task AbandonAsync(RunId run, CancellationToken cancellation) => Guard(async () =>
    {
        await _writer.AbandonAsync(run, cancellation).ConfigureAwait(false);
        return true;
    });

    public async IAsyncEnumerable<Fact> FactsAsync(RunId version, string? scope, string? dataset, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await ReadAt(version, async _ => await NamesAsync(version, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        foreach (long[] datasets in _facts.Datasets(scope, dataset).Chunk(FactReading.DatasetsARequest))
        {
            foreach (Fact fact in await ReadAt(version, _ => _facts.FactsAsync(version, datasets, cancellation), cancellation).ConfigureAwait(false))
            {
                yield return fact;
            }
        }
    }

    public IAsyncEnumerable<Assertion> AssertionsAsync(RunId version, string owner, CancellationToken cancellation) =>
        Stream(version, () => _facts.AssertionsOfOwnerAsync(version, owner, cancellation), assertion => assertion.Id, cancellation);

    public IAsyncEnumerable<DerivedEdge> EdgesAsync(RunId version, string owner, CancellationToken cancellation) =>
        Stream(version, () => _statements.OfOwnerAsync(version, owner, cancellation), edge => edge.Id, cancellation);

    public IAsyncEnumerable<JoinTerm> TermsAsync(RunId version, CancellationToken cancellation) => Stream(version, () => _facts.TermsAsync(version, cancellation), term => term, cancellation);

    public Task<ImmutableArray<Assertion>> AssertionsOfAsync(RunId version, IReadOnlyCollection<string> nodes, CancellationToken cancellation) => ReadAt(version, async _ =>
    {
        await NamesAsync(version, cancellation).ConfigureAwait(false);
        return (await _facts.AssertionsOfAsync(version, nodes.Distinct(StringComparer.Ordinal), cancellation).ConfigureAwait(false)).Select(said => said.Assertion).ToImmutableArray();
    }, cancellation);

    public Task<ImmutableArray<StoredNode>> NodesAsync(RunId version, IReadOnlyCollection<string> keys, CancellationToken cancellation) => ReadAt(version, async _ =>
    {
        await NamesAsync(version, cancellation).ConfigureAwait(false);
        await _log.ReadAsync(cancellation).ConfigureAwait(false);
        return await _nodes.NodesAsync(version, keys, cancellation).ConfigureAwait(false);
    }, cancellation);

    public Task<ImmutableArray<StoredEdge>> EdgesOfAsync(RunId version, IReadOnlyCollection<EdgeKey> keys, CancellationToken cancellation) => ReadAt(version, async _ =>
    {
        await NamesAsync(version, cancellation).ConfigureAwait(false);
        return await _statements.OfAsync(version, keys, cancellation).ConfigureAwait(false);
    }, cancellation);

    public async Task<NodePage> FindAsync(RunId version, NodeQuery query, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(query.First, nameof(query));
        NodePage page = await ReadAt(version, graphAlone => _listings.PageAsync(version, graphAlone, query, cancellation), cancellation).ConfigureAwait(false);
        _listings.Remember(version, query, page.Total);
        return page;
    }

    public Task<RunPage> RunsAsync(string? source, RunId? after, int first, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(first);
        return Read(async () =>
        {
            QueryParameters parameters = new QueryParameters().Set("source", source).Set("before", after?.Value).Set("first", first + 1L);
            ImmutableArray<Run> runs = await Client.RowsAsync(new Query(CypherFile.Named("load/runs"), parameters), static row => RunCode.Read(row.Json(1)).Run, cancellation).ConfigureAwait(false);
            long total = (await Client.RowsAsync(new Query(CypherFile.Named("load/run_count"), new QueryParameters().Set("source", source)), static row => row.Number(0), cancellation).ConfigureAwait(false))[0];
            return new RunPage(runs.Length > first ? runs[..first] : runs, runs.Length > first, total);
        });
    }

    public async IAsyncEnumerable<RunChanges> ChangesAsync(RunId run, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await ReadAt(run, _ => NamesAsync(run, cancellation), cancellation).ConfigureAwait(false);
        await foreach (RunChanges batch in _changes.OfAsync(run, cancellation).ConfigureAwait(false))
        {
            yield return batch;
        }
    }

    public Task<AccessGraph> LoadGraphAsync(RunId version, CancellationToken cancellation) => ReadAt(version, _ => GraphReading.ReadAsync(Client, version, cancellation), cancellation);

    public async ValueTask DisposeAsync()
    {
        if (!_disposed)
        {
            _disposed = true;
            await _writer.DisposeAsync().ConfigureAwait(false);
            await Client.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Who may only read cannot repair; what is published can be read all the same.</summary>
    private async Task RepairAsync(CancellationToken cancellation)
    {
        try
        {
            await _writer.RepairAsync(cancellation).ConfigureAwait(false);
        }
        catch (StoreException failure) when (failure.Reason is StoreReason.Refused or StoreReason.RunLost)
        {
        }
    }

    private async Task<bool> NamesAsync(RunId version, CancellationToken cancellation)
    {
        await _numbers.DemandAsync(version, cancellation).ConfigureAwait(false);
        return true;
    }

    private async IAsyncEnumerable<T> Stream<T, TKey>(RunId version, Func<Task<IReadOnlyList<T>>> read, Func<T, TKey> keyOf, [EnumeratorCancellation] CancellationToken cancellation)
    {
        IReadOnlyList<T> all = await ReadAt(version, async _ =>
        {
            await NamesAsync(version, cancellation).ConfigureAwait(false);
            return await read().ConfigureAwait(false);
        }, cancellation).ConfigureAwait(false);
        var seen = new HashSet<TKey>();
        foreach (T item in all)
        {
            cancellation.ThrowIfCancellationRequested();
            if (seen.Add(keyOf(item)))
            {
                yield return item;
            }
        }
    }

    private Task<T> ReadAt<T>(RunId version, Func<bool, Task<T>> read, CancellationToken cancellation) => Read(() => _versions.ReadAsync(version, read, cancellation));

    private Task<T> Read<T>(Func<Task<T>> read)
    {
        if (_disposed)
        {
            return Task.FromException<T>(new ObjectDisposedException(nameof(Neo4jGraphStore)));
        }

        return Guard(read);
    }

    private static Task<T> Guard<T>(Func<Task<T>> act) => QueryFailure.GuardAsync(act);
}
