using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Reach;

/// <summary>A resource that reached entitlements cover.</summary>
/// <param name="Node">Its number in the graph.</param>
/// <param name="Distance">Edges of the shortest path, the ON edge included.</param>
/// <param name="Certainty">Of the strongest path.</param>
/// <param name="Proved">What PROVED edges alone allow on it.</param>
/// <param name="Possible">What all that the options allow does.</param>
public readonly record struct ReachedResource(int Node, int Distance, Certainty Certainty, CapabilitySet Proved, CapabilitySet Possible);
