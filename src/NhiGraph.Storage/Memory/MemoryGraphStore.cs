using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Copying;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Memory;

/// <summary>A store that lives as long as the process: for tests and for a look without a file. It keeps every version and reads by scanning.</summary>
public sealed class MemoryGraphStore : IGraphStore
{
    private readonly Lock _lock = new();
    private readonly MemoryTables _tables = new();
    private readonly MemoryRuns _runs = new();
    private bool _disposed;

    public Task<StoreStatus> StatusAsync(CancellationToken cancellation) => Read(() =>
    {
        RunId version = _runs.Version;
        return new StoreStatus(version, _runs.History.RulesHash, _runs.History.Sources(), _tables.Nodes.At(version).LongCount(), _tables.EdgesAt(version).LongCount(), _tables.Facts.At(version).LongCount());
    }, cancellation);

    public Task<RunId> BeginAsync(RunStart start, CancellationToken cancellation) => Read(() => _runs.Begin(start), cancellation);

    public Task WriteAsync(RunId run, RunChanges changes, CancellationToken cancellation) => Read(() =>
    {
        WellFormedText.Demand(changes);
        _runs.Write(run, changes);
        return true;
    }, cancellation);

    public Task<Run> PublishAsync(RunId run, RunOutcome outcome, CancellationToken cancellation) => Read(() => _runs.Publish(run, outcome, _tables), cancellation);

    public Task AbandonAsync(RunId run, CancellationToken cancellation) => Read(() => _runs.Abandon(run), cancellation);

    public IAsyncEnumerable<Fact> FactsAsync(RunId version, string? scope, string? dataset, CancellationToken cancellation) => Stream(version, () => _tables.Facts.At(version)
        .Where(fact => (scope is null || fact.Key.Scope == scope) && (dataset is null || fact.Key.Dataset == dataset))
        .OrderBy(fact => fact.Key, FactKeyOrder.Instance).Select(fact => fact.Value.Value), cancellation);

    public IAsyncEnumerable<Assertion> AssertionsAsync(RunId version, string owner, CancellationToken cancellation) =>
        Stream(version, () => _tables.Assertions.At(version).Where(assertion => assertion.Key.Owner == owner).Select(assertion => assertion.Value.Value), cancellation);

    public IAsyncEnumerable<DerivedEdge> EdgesAsync(RunId version, string owner, CancellationToken cancellation) =>
        Stream(version, () => _tables.Edges.At(version).Select(edge => edge.Value.Value).Where(edge => edge.Owner == owner), cancellation);

    public IAsyncEnumerable<JoinTerm> TermsAsync(RunId version, CancellationToken cancellation) =>
        Stream(version, () => _tables.Terms.At(version).Select(term => term.Key), cancellation);

    public Task<ImmutableArray<Assertion>> AssertionsOfAsync(RunId version, IReadOnlyCollection<string> nodes, CancellationToken cancellation) => ReadAt(version, () =>
    {
        HashSet<string> asked = new(nodes, StringComparer.Ordinal);
        return _tables.Assertions.At(version).Where(assertion => asked.Contains(assertion.Key.Node)).Select(assertion => assertion.Value.Value).ToImmutableArray();
    }, cancellation);

    public Task<ImmutableArray<StoredNode>> NodesAsync(RunId version, IReadOnlyCollection<string> keys, CancellationToken cancellation) => ReadAt(version, () =>
    {
        HashSet<string> asked = new(keys, StringComparer.Ordinal);
        ILookup<string, IntervalTable<AssertionKey, Assertion>.Interval> assertions = _tables.Assertions.At(version)
            .Where(assertion => asked.Contains(assertion.Key.Node)).ToLookup(assertion => assertion.Key.Node, assertion => assertion.Value, StringComparer.Ordinal);
        return asked.Select(key => _tables.Nodes.TryGet(key, version, out IntervalTable<string, GraphNode>.Interval? node) ? node : null).OfType<IntervalTable<string, GraphNode>.Interval>()
            .Select(node => Stored(node, [.. assertions[node.Value.Key].Select(assertion => new NodeAssertion(assertion.Value.Fact, assertion.Opened))], version)).ToImmutableArray();
    }, cancellation);

    public Task<ImmutableArray<StoredEdge>> EdgesOfAsync(RunId version, IReadOnlyCollection<EdgeKey> keys, CancellationToken cancellation) => ReadAt(version, () =>
        _tables.EdgesAt(version, keys.ToHashSet()).ToImmutableArray(), cancellation);

    public Task<NodePage> FindAsync(RunId version, NodeQuery query, CancellationToken cancellation) =>
        ReadAt(version, () => MemoryListing.Page(_tables.Nodes.At(version).Select(node => node.Value.Value), version, query), cancellation);

    public Task<RunPage> RunsAsync(string? source, RunId? after, int first, CancellationToken cancellation) => Read(() => _runs.Page(source, after, first), cancellation);

    public IAsyncEnumerable<RunChanges> ChangesAsync(RunId run, CancellationToken cancellation) => Stream(run, () => _tables.ChangesOf(run), cancellation);

    public Task<AccessGraph> LoadGraphAsync(RunId version, CancellationToken cancellation) => ReadAt(version, () =>
    {
        var builder = new AccessGraphBuilder();
        foreach ((_, IntervalTable<string, GraphNode>.Interval node) in _tables.Nodes.At(version))
        {
            builder.Add(node.Value);
        }

        foreach (StoredEdge edge in _tables.EdgesAt(version))
        {
            builder.Add(edge.Derived.Edge);
        }

        return builder.Build(version.ToString());
    }, cancellation);

    /// <summary>All that the store ever held.</summary>
    public Task<IStoreHistory> HistoryAsync(CancellationToken cancellation) => Read<IStoreHistory>(() => new MemoryHistory(_tables, _runs), cancellation);

    public ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _disposed = true;
        }

        return ValueTask.CompletedTask;
    }

    private StoredNode Stored(IntervalTable<string, GraphNode>.Interval node, ImmutableArray<NodeAssertion> assertions, RunId version)
    {
        DateTimeOffset firstSeen = _runs[_tables.Nodes.FirstOpened(node.Value.Key)].StartedAt;
        return new StoredNode(node.Value, firstSeen, _runs.LastSeen(assertions, version) ?? firstSeen, assertions);
    }

    private Task<T> ReadAt<T>(RunId version, Func<T> read, CancellationToken cancellation) => Read(() =>
    {
        _runs.DemandVersion(version);
        return read();
    }, cancellation);

    private Task<T> Read<T>(Func<T> read, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellation);
        }

        try
        {
            lock (_lock)
            {
                ObjectDisposedException.ThrowIf(_disposed, this);
                return Task.FromResult(read());
            }
        }
        catch (Exception failure) when (failure is StoreException or ArgumentException or ObjectDisposedException)
        {
            return Task.FromException<T>(failure);
        }
    }

    private async IAsyncEnumerable<T> Stream<T>(RunId version, Func<IEnumerable<T>> read, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (T item in await ReadAt(version, () => read().ToArray(), cancellation).ConfigureAwait(false))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return item;
        }
    }
}
