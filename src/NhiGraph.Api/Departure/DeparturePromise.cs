using GraphQL.DataLoader;
using NhiGraph.Analysis.ChainOfTrust;
using NhiGraph.Analysis.Departure;
using NhiGraph.Api.Entities;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Api.Departure;

/// <summary>A departure in the making: the graph, which must be in memory, then the names in its sentences, in one read for all of a level.</summary>
internal sealed class DeparturePromise : IDataLoaderResult
{
    private readonly Func<CancellationToken, Task<object?>> _next;

    private DeparturePromise(Func<CancellationToken, Task<object?>> next) => _next = next;

    /// <summary>The promise of a <see cref="DepartureView"/>.</summary>
    internal static DeparturePromise Of(EntityNode human) => human.Asked.Snapshot.Whole is { } graph
        ? OfNames(human, graph)
        : new(async cancellation => OfNames(human, await human.Asked.Snapshot.Judgements.GraphAsync().WaitAsync(cancellation).ConfigureAwait(false)));

    public Task<object?> GetResultAsync(CancellationToken cancellationToken = default) => _next(cancellationToken);

    private static DeparturePromise OfNames(EntityNode human, AccessGraph graph)
    {
        if (!graph.TryFind(human.Key, out int node))
        {
            throw new InvalidOperationException($"{human.Key} is in version {human.Asked.Version}, but was not found there again.");
        }

        var view = new DepartureView(human.Asked, DepartureAnswer.Of(graph, node, new TraversalOptions(human.Asked.At), new TrustTerms()));
        human.Asked.Nodes.Expect(view.Named.Select(graph.KeyOf));
        return new(async cancellation =>
        {
            await view.ReadNamesAsync(cancellation).ConfigureAwait(false);
            return view;
        });
    }
}
