namespace NhiGraph.Graph.Reach;

/// <summary>Preorder positions from start to end, the end not included, over which everything about the reach is the same.</summary>
internal readonly record struct ResourceSegment(int Start, int End, uint Proved, uint Possible, int Distance, byte Certainty);
