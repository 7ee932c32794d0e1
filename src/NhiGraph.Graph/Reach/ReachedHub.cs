namespace NhiGraph.Graph.Reach;

/// <summary>An entitlement that was reached, or is a start, and the distance it is at.</summary>
internal readonly record struct ReachedHub(int Node, int Distance);
