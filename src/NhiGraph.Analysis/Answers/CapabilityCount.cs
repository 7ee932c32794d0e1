using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Analysis.Answers;

/// <summary>How many resources (that hold data or run code) a capability is reached on.</summary>
public readonly record struct CapabilityCount(Capability Capability, ReachBounds Resources);
