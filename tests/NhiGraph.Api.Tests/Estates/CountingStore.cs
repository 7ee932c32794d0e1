using System.Collections.Immutable;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Storage;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Memory;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Api.Tests.Estates;

/// <summary>A real store whose reads are counted; <see cref="OnRead"/> runs before each.</summary>
internal sealed class CountingStore(MemoryGraphStore store) : IGraphStore
{
    internal List<string> Reads { get; } = [];

    internal Func<string, Task>? OnRead { get; set; }

    public Task<StoreStatus> StatusAsync(CancellationToken cancellation) => Count("status", () => store.StatusAsync(cancellation));

    public Task<RunId> BeginAsync(RunStart start, CancellationToken cancellation) => store.BeginAsync(start, cancellation);

    public Task WriteAsync(RunId run, RunChanges changes, CancellationToken cancellation) => store.WriteAsync(run, changes, cancellation);

    public Task<Run> PublishAsync(RunId run, RunOutcome outcome, CancellationToken cancellation) => store.PublishAsync(run, outcome, cancellation);

    public Task AbandonAsync(RunId run, CancellationToken cancellation) => store.AbandonAsync(run, cancellation);

    public IAsyncEnumerable<Fact> FactsAsync(RunId version, string? scope, string? dataset, CancellationToken cancellation) => store.FactsAsync(version, scope, dataset, cancellation);

    public IAsyncEnumerable<Assertion> AssertionsAsync(RunId version, string owner, CancellationToken cancellation) => store.AssertionsAsync(version, owner, cancellation);

    public IAsyncEnumerable<DerivedEdge> EdgesAsync(RunId version, string owner, CancellationToken cancellation) => store.EdgesAsync(version, owner, cancellation);

    public IAsyncEnumerable<JoinTerm> TermsAsync(RunId version, CancellationToken cancellation) => store.TermsAsync(version, cancellation);

    public Task<ImmutableArray<Assertion>> AssertionsOfAsync(RunId version, IReadOnlyCollection<string> nodes, CancellationToken cancellation) =>
        Count("assertions", () => store.AssertionsOfAsync(version, nodes, cancellation));

    public Task<ImmutableArray<StoredNode>> NodesAsync(RunId version, IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        Assert.InRange(keys.Count, 1, 1_000);
        return Count("nodes", () => store.NodesAsync(version, keys, cancellation));
    }

    public Task<ImmutableArray<StoredEdge>> EdgesOfAsync(RunId version, IReadOnlyCollection<EdgeKey> keys, CancellationToken cancellation)
    {
        Assert.InRange(keys.Count, 1, 1_000);
        return Count("edges", () => store.EdgesOfAsync(version, keys, cancellation));
    }

    public Task<NodePage> FindAsync(RunId version, NodeQuery query, CancellationToken cancellation) => Count("find", () => store.FindAsync(version, query, cancellation));

    public Task<RunPage> RunsAsync(string? source, RunId? after, int first, CancellationToken cancellation) => Count("runs", () => store.RunsAsync(source, after, first, cancellation));

    public IAsyncEnumerable<RunChanges> ChangesAsync(RunId run, CancellationToken cancellation) => store.ChangesAsync(run, cancellation);

    public Task<AccessGraph> LoadGraphAsync(RunId version, CancellationToken cancellation) => Count("graph", () => store.LoadGraphAsync(version, cancellation));

    public ValueTask DisposeAsync() => store.DisposeAsync();

    internal void Note(string what)
    {
        lock (Reads)
        {
            Reads.Add(what);
        }
    }

    private async Task<T> Count<T>(string what, Func<Task<T>> read)
    {
        Note(what);
        if (OnRead is { } before)
        {
            await before(what);
        }

        return await read();
    }
}
