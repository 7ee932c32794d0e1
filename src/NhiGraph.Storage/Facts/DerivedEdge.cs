using System.Collections.Immutable;
using NhiGraph.Graph.Model;

namespace NhiGraph.Storage.Facts;

/// <summary>An edge with what justifies it.</summary>
/// <param name="Owner">The scope whose derive made it (across scopes: the head's).</param>
/// <param name="Alternatives">An OR of ANDs: the edge stands while every support of some alternative does. Never empty.</param>
public sealed record DerivedEdge(GraphEdge Edge, string Owner, ImmutableArray<ImmutableArray<Support>> Alternatives);
