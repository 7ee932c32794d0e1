namespace NhiGraph.Graph.Reach;

/// <summary>A hub that covers a resource asked about, and the strongest certainty at which it does.</summary>
internal readonly record struct HubSeed(int Hub, int Level);
