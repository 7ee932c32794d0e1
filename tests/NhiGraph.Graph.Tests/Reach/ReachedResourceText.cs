using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Tests.Reach;

/// <summary>What the twin says of a reached resource.</summary>
internal sealed record ReachedResourceText(int Distance, Certainty Certainty, CapabilitySet Proved, CapabilitySet Possible);
