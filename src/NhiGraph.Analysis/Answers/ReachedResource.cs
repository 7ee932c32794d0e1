using System.Collections.Immutable;
using NhiGraph.Graph.Model;

namespace NhiGraph.Analysis.Answers;

/// <summary>A resource that is collected from the hubs reached.</summary>
/// <param name="Node">In the snapshot the question was asked of.</param>
/// <param name="Proved">What can be done to it by PROVED edges alone.</param>
/// <param name="Possible">What can be done to it by all the options allow.</param>
/// <param name="Distance">Steps of its shortest path, the ON included.</param>
/// <param name="Certainty">Of its strongest path.</param>
/// <param name="Parts">Which parts of it, as globs, sorted; empty where the whole of it is reached.</param>
public sealed record ReachedResource(int Node, CapabilitySet Proved, CapabilitySet Possible, int Distance, Certainty Certainty, ImmutableArray<string> Parts);
