using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Reach;

/// <summary>A node that was walked to.</summary>
/// <param name="Node">Its number in the graph.</param>
/// <param name="Distance">Edges of the shortest path; the ON edge of an exposure counts.</param>
/// <param name="Certainty">Of the strongest path, which need not be the shortest. PROVED when PROVED edges alone lead there.</param>
public readonly record struct ReachedNode(int Node, int Distance, Certainty Certainty);
