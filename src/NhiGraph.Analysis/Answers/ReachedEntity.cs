using NhiGraph.Graph.Model;

namespace NhiGraph.Analysis.Answers;

/// <summary>A node that is reached, or that reaches, by walked edges.</summary>
/// <param name="Node">In the snapshot the question was asked of.</param>
/// <param name="Distance">Steps of its shortest path.</param>
/// <param name="Certainty">Of its strongest path.</param>
public readonly record struct ReachedEntity(int Node, int Distance, Certainty Certainty);
