using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Storage.Parts;

/// <summary>
/// One version of the graph, of which every question gets the part that it needs: all of it where it is held in memory (<see cref="WholeGraph"/>), else what a database found.
/// A part is a graph in which the question has the answer that it has in the whole; it may hold more than was asked for, never less. Safe for concurrent use.
/// </summary>
/// <remarks>
/// Every node of a part has its columns and, where it is a resource, all that contains it. Numbers of nodes and edges hold for one part alone, but their order is that of the whole
/// graph, so that "least" is the same. Keys that no node has are passed over. Failures are <see cref="StoreException"/>s; a version that is gone is <see cref="StoreReason.NoSuchVersion"/>.
/// </remarks>
public interface IGraphParts
{
    /// <summary>These nodes.</summary>
    Task<AccessGraph> NodesAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation);

    /// <summary>These nodes with what stands in a relation to them, and the edges that say so.</summary>
    Task<AccessGraph> RelatedAsync(Relation relation, IReadOnlyCollection<string> keys, CancellationToken cancellation);

    /// <summary>
    /// For blast radii of any of these under the options: what they and the well-known principals reach by walked edges, every walked edge among that, the ON edges of the hubs in it,
    /// and what allows among them cover.
    /// </summary>
    Task<AccessGraph> ReachedAsync(IReadOnlyCollection<string> starts, TraversalOptions options, CancellationToken cancellation);

    /// <summary>
    /// For exposures of any of these under the options: the hubs that name one of them or a container of it, with those ON edges, all that reaches either by walked edges,
    /// and every walked edge among that.
    /// </summary>
    Task<AccessGraph> ReachingAsync(IReadOnlyCollection<string> targets, TraversalOptions options, CancellationToken cancellation);

    /// <summary>For paths under the options: both ends, what lies on a walk from one to the other, every walked edge among that, and the ON edges that name an end or a container of it.</summary>
    Task<AccessGraph> BetweenAsync(IReadOnlyCollection<string> starts, IReadOnlyCollection<string> targets, TraversalOptions options, CancellationToken cancellation);

    /// <summary>
    /// For chains of trust of any of these under the options: what a blast radius needs, and beside each link of the chain what authenticates, uses and takes it on, who made it and who owns
    /// it, the identity it is a session of and the applications it is part of with their owners, and who is in a team that owns, whether or not it works at the time asked.
    /// </summary>
    Task<AccessGraph> TrustAsync(IReadOnlyCollection<string> keys, TraversalOptions options, CancellationToken cancellation);

    /// <summary>For departures of any of these people: what they own, made, sign in with and could know, and what that authenticates, each with the same beside it.</summary>
    Task<AccessGraph> DeparturesAsync(IReadOnlyCollection<string> people, CancellationToken cancellation);

    /// <summary>For chains: what an exposure of the node needs, and likewise of the identities that it leads to as a person, consumer or credential.</summary>
    Task<AccessGraph> ChainsAsync(string through, TraversalOptions options, CancellationToken cancellation);
}
