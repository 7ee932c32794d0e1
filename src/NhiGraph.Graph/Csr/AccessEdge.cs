using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Csr;

/// <summary>One edge of an <see cref="AccessGraph"/> as nodes and ids; its details are asked of the graph by <paramref name="Id"/>.</summary>
/// <param name="Id">The edge's position: walked edges come first, then ON edges, then evidence.</param>
/// <param name="Assumed">It rests on an unread restriction.</param>
public readonly record struct AccessEdge(int Id, int From, int To, EdgeKind Kind, Certainty Certainty, bool Assumed);
