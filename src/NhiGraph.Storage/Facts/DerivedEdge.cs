using System.Collections.Immutable;
using NhiGraph.Graph.Model;

namespace NhiGraph.Storage.Facts;

/// <summary>
/// What one owner says of an edge, with what justifies it. An edge exists while at least one owner states it (two accounts may both say that an account
/// contains a bucket); readers see one edge, made of all that is stated of it by <see cref="EdgeMerge"/>.
/// </summary>
/// <param name="Owner">The scope whose derive made it (across scopes: the head's).</param>
/// <param name="Alternatives">An OR of ANDs: the edge stands while every support of some alternative does. Never empty.</param>
public sealed record DerivedEdge(GraphEdge Edge, string Owner, ImmutableArray<ImmutableArray<Support>> Alternatives)
{
    /// <summary>What makes it itself: at most one statement for each owner and edge.</summary>
    public DerivedEdgeKey Id => new(Owner, Edge.Key);

    public bool Equals(DerivedEdge? other) =>
        other is not null && Owner == other.Owner && Edge == other.Edge && Alternatives.Length == other.Alternatives.Length
        && Alternatives.Zip(other.Alternatives).All(pair => pair.First.SequenceEqual(pair.Second));

    public override int GetHashCode() => HashCode.Combine(Owner, Edge, Alternatives.Length);
}
