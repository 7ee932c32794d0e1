using NhiGraph.Graph.Model;

namespace NhiGraph.Storage.Facts;

/// <summary>What makes a <see cref="DerivedEdge"/> itself: one owner states an edge at most once.</summary>
public readonly record struct DerivedEdgeKey(string Owner, EdgeKey Edge);
