using GraphQL.DataLoader;
using NhiGraph.Analysis.ChainOfTrust;
using NhiGraph.Analysis.Departure;
using NhiGraph.Api.Entities;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Api.Departure;

/// <summary>A departure in the making: the part of the graph that it needs, then the names in its sentences, each in one read for all of a level.</summary>
internal sealed class DeparturePromise : IDataLoaderResult
{
    private readonly Func<CancellationToken, Task<object?>> _next;

    private DeparturePromise(Func<CancellationToken, Task<object?>> next) => _next = next;

    /// <summary>A promise of a <see cref="DepartureView"/>.</summary>
    internal static object? Of(EntityNode human) => human.Asked.Departure(human.Key, found => OfNames(human, found));

    public Task<object?> GetResultAsync(CancellationToken cancellationToken = default) => _next(cancellationToken);

    private static DeparturePromise OfNames(EntityNode human, EntityNode? found)
    {
        (AccessGraph graph, int node) = found is null
            ? throw new InvalidOperationException($"{human.Key} is in version {human.Asked.Version}, but was not found there again.")
            : (found.Graph, found.Node);
        var view = new DepartureView(human.Asked, DepartureAnswer.Of(graph, node, new TraversalOptions(human.Asked.At), new TrustTerms()));
        human.Asked.Nodes.Expect(view.Named.Select(graph.KeyOf));
        return new(async cancellation =>
        {
            await view.ReadNamesAsync(cancellation).ConfigureAwait(false);
            return view;
        });
    }
}
