using System.Collections.Immutable;
using NhiGraph.Api.Entities;
using NhiGraph.Api.Loading;
using NhiGraph.Api.Reach;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Api.Snapshots;

/// <summary>
/// The one snapshot that a request asks, with the time asked and the batches of store reads it has gathered. Made once a request and passed from
/// parent to child, so that a run published meanwhile cannot mix in.
/// </summary>
internal sealed class AskedGraph : IDisposable
{
    internal AskedGraph(GraphSnapshot snapshot, DateTimeOffset at)
    {
        Snapshot = snapshot;
        At = at.ToUnixTimeSeconds();
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

    internal AccessGraph Graph => Snapshot.Graph;

    internal string Version => Snapshot.Version;

    /// <summary>The time asked, in Unix seconds.</summary>
    internal long At { get; }

    internal BatchLoader<string, StoredNode> Nodes { get; }

    internal BatchLoader<EdgeKey, StoredEdge> Edges { get; }

    /// <summary>The walks that its fields have made and not yet put away.</summary>
    internal LiveWalks Walks { get; } = new();

    internal EntityNode Entity(int node) => new(this, node);

    /// <summary>The entity of an id or key, or null.</summary>
    internal EntityNode? Find(string id) => Graph.TryFind(id, out int node) ? new(this, node) : null;

    public void Dispose() => Walks.Dispose();
}
