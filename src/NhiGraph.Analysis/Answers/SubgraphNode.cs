using NhiGraph.Graph.Model;

namespace NhiGraph.Analysis.Answers;

/// <summary>One dot of a drawing.</summary>
/// <param name="Id">Its place in <see cref="Subgraph.Nodes"/>; what edges refer to.</param>
/// <param name="Node">The node it shows; -1 where it stands for several.</param>
/// <param name="Kind">What it was reached as.</param>
/// <param name="Count">How many nodes it stands for.</param>
/// <param name="Distance">From the starts, which are at 0.</param>
/// <param name="Certainty">The best of those it stands for.</param>
public sealed record SubgraphNode(int Id, int Node, NodeKind Kind, int Count, int Distance, Certainty Certainty);
