using System.Collections.Immutable;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Loading;
using NhiGraph.Api.Reach;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Parts;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Api.Snapshots;

/// <summary>
/// The one snapshot that a request asks, with the time asked and the batches of reads it has gathered. Made once a request and passed from
/// parent to child, so that a run published meanwhile cannot mix in.
/// </summary>
internal sealed class AskedGraph : IDisposable
{
    private readonly PartLoaders? _parts;

    internal AskedGraph(GraphSnapshot snapshot, DateTimeOffset at)
    {
        Snapshot = snapshot;
        At = at.ToUnixTimeSeconds();
        _parts = snapshot.Whole is null ? new(this) : null;
        Nodes = new(async (keys, cancellation) =>
        {
            ImmutableArray<StoredNode> found = await snapshot.Store.NodesAsync(snapshot.Status.Version, keys, cancellation).ConfigureAwait(false);
            return found.Select(node => KeyValuePair.Create(node.Node.Key, node));
        });
        Edges = new(async (keys, cancellation) =>
        {
            ImmutableArray<StoredEdge> found = await snapshot.Store.EdgesOfAsync(snapshot.Status.Version, keys, cancellation).ConfigureAwait(false);
            return found.Select(edge => KeyValuePair.Create(edge.Derived.Edge.Key, edge));
        });
    }

    internal GraphSnapshot Snapshot { get; }

    internal string Version => Snapshot.Version;

    /// <summary>The time asked, in Unix seconds.</summary>
    internal long At { get; }

    internal BatchLoader<string, StoredNode> Nodes { get; }

    internal BatchLoader<EdgeKey, StoredEdge> Edges { get; }

    /// <summary>The walks that its fields have made and not yet put away.</summary>
    internal LiveWalks Walks { get; } = new();

    /// <summary>A value made of the entity of an id or key, null where there is none: at once where the graph is held whole, else a promise of the batch.</summary>
    internal object? Find(string id, Func<EntityNode?, object?> select) =>
        Snapshot.Whole is not { } graph ? _parts!.Nodes.Load(id, select)
        : select(graph.TryFind(id, out int node) ? new(this, graph, node) : null);

    /// <summary>Likewise of an entity with what stands in a relation to it.</summary>
    internal object? Related(EntityNode entity, Relation relation, Func<EntityNode, object?> select) =>
        Snapshot.Whole is not null ? select(entity)
        : _parts!.Of(relation).Load(entity.Key, found => select(found ?? throw new InvalidOperationException($"{entity.Key} is in version {Version}, but was not found there again.")));

    /// <summary>Likewise of an entity in a graph that holds all that its chain of trust needs.</summary>
    internal object? Trust(string key, Func<EntityNode?, object?> select) => Snapshot.Whole is null ? _parts!.Trust.Load(key, select) : Find(key, select);

    /// <summary>Likewise of a person in a graph that holds all that their departure needs.</summary>
    internal object? Departure(string key, Func<EntityNode?, object?> select) => Snapshot.Whole is null ? _parts!.Departures.Load(key, select) : Find(key, select);

    /// <summary>Likewise of a question that has the graph it walks.</summary>
    internal object? Ready<TQuestion>(TQuestion question, Func<TQuestion, object?> select) where TQuestion : ReachQuestion
    {
        if (Snapshot.Whole is { } graph)
        {
            question.Use(graph);
            return select(question);
        }

        return _parts!.Walked.Load(question, part =>
        {
            // Promises are kept on several threads; walks are not for several at once.
            lock (Walks)
            {
                question.Use(part!);
                return select(question);
            }
        });
    }

    public void Dispose() => Walks.Dispose();
}
