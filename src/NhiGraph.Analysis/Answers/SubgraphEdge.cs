using NhiGraph.Graph.Model;

namespace NhiGraph.Analysis.Answers;

/// <summary>One line of a drawing, between the ids of two dots.</summary>
/// <param name="Certainty">The best of the edges it stands for.</param>
/// <param name="Count">How many edges it stands for.</param>
public sealed record SubgraphEdge(int From, int To, EdgeKind Kind, Certainty Certainty, int Count);
