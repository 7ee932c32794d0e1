using System.Globalization;
using NhiGraph.Api.Schema;
using NhiGraph.Api.Snapshots;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Parts;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Api.Entities;

/// <summary>
/// A node of the request's snapshot, in the graph that the question had it from. Key, kinds, sensitivity and containers are in every such graph; edges are in what
/// <see cref="Related"/> gives, and the rest is in the store, read in batches when a field asks.
/// </summary>
internal sealed class EntityNode(AskedGraph asked, AccessGraph graph, int node)
{
    internal AskedGraph Asked { get; } = asked;

    internal AccessGraph Graph { get; } = graph;

    internal int Node { get; } = node;

    internal string Key => Graph.KeyOf(Node);

    internal NodeKinds Kinds => Graph.KindsOf(Node);

    internal bool Is(NodeKinds kind) => (Kinds & kind) != 0;

    /// <summary>What completeness is asked for: the scope that the node belongs to, or every scope when it is in none.</summary>
    internal IEnumerable<string>? Scopes => Graph.ScopeOf(Node) is { } scope ? [scope] : null;

    /// <summary>Another node of the same graph.</summary>
    internal EntityNode Other(int other) => new(Asked, Graph, other);

    /// <summary>A value made of this entity in a graph that has what stands in the relation to it: at once where the graph is held whole, else a promise of the batch.</summary>
    internal object? Related(Relation relation, Func<EntityNode, object?> select) => Asked.Related(this, relation, select);

    /// <summary>A value made of the stored node: at once if it was read before, else a promise of the batch.</summary>
    internal object? Stored(Func<StoredNode, object?> select) =>
        Asked.Nodes.Load(Key, stored => select(stored ?? throw new InvalidOperationException($"The store has no node {Key} in version {Asked.Version}, but its graph has.")));

    internal object? Text(string property) => Stored(stored => stored.Node[property]);

    internal object? Date(string property) => Stored(stored => UtcDateTimeGraphType.Parse(stored.Node[property]));

    /// <summary>True, false, or null when nobody says.</summary>
    internal object? Flag(string property) => Stored(stored => FlagOf(stored.Node[property]));

    /// <summary>A value of a closed list; what is missing or unknown to it is its first, UNKNOWN.</summary>
    internal object? Value<TEnum>(string property) where TEnum : struct, Enum => Stored(stored => VocabularyText.ParseOrDefault<TEnum>(stored.Node[property]));

    internal static bool? FlagOf(string? text) => text is null ? null : bool.TryParse(text, out bool flag) ? flag : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kinds} {Key}");
}
