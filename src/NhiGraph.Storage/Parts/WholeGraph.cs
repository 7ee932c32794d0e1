using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Storage.Parts;

/// <summary>The whole graph in memory: every part is all of it, at once.</summary>
public sealed class WholeGraph(AccessGraph graph) : IGraphParts
{
    private readonly Task<AccessGraph> _all = Task.FromResult(graph);

    public AccessGraph Graph { get; } = graph;

    /// <summary>Loads whole versions of a store.</summary>
    public static OpenParts Of(IGraphStore store) =>
        async (version, cancellation) => new WholeGraph(await store.LoadGraphAsync(version, cancellation).ConfigureAwait(false));

    public Task<AccessGraph> NodesAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation) => _all;

    public Task<AccessGraph> RelatedAsync(Relation relation, IReadOnlyCollection<string> keys, CancellationToken cancellation) => _all;

    public Task<AccessGraph> ReachedAsync(IReadOnlyCollection<string> starts, TraversalOptions options, CancellationToken cancellation) => _all;

    public Task<AccessGraph> ReachingAsync(IReadOnlyCollection<string> targets, TraversalOptions options, CancellationToken cancellation) => _all;

    public Task<AccessGraph> BetweenAsync(IReadOnlyCollection<string> starts, IReadOnlyCollection<string> targets, TraversalOptions options, CancellationToken cancellation) => _all;

    public Task<AccessGraph> TrustAsync(IReadOnlyCollection<string> keys, TraversalOptions options, CancellationToken cancellation) => _all;

    public Task<AccessGraph> DeparturesAsync(IReadOnlyCollection<string> people, CancellationToken cancellation) => _all;

    public Task<AccessGraph> ChainsAsync(string through, TraversalOptions options, CancellationToken cancellation) => _all;
}
