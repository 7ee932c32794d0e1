namespace NhiGraph.Graph.Model;

/// <summary>One line of the vocabulary: how an edge kind is used and which node kinds it may join.</summary>
/// <param name="Kind">The edge kind.</param>
/// <param name="Use">Whether it is walked, collected or evidence.</param>
/// <param name="From">A tail must have one of these kinds.</param>
/// <param name="To">A head must have one of these kinds.</param>
/// <param name="Meaning">One sentence for the legend.</param>
public sealed record EdgeRule(EdgeKind Kind, EdgeUse Use, NodeKinds From, NodeKinds To, string Meaning);
