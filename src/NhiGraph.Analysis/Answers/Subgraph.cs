using System.Collections.Immutable;

namespace NhiGraph.Analysis.Answers;

/// <summary>A bounded picture of an answer.</summary>
/// <param name="Joined">How many nodes are not shown one by one but joined into one dot a kind and distance; 0 when all are.</param>
public sealed record Subgraph(ImmutableArray<SubgraphNode> Nodes, ImmutableArray<SubgraphEdge> Edges, int Joined);
