using NhiGraph.Analysis.Answers;

namespace NhiGraph.Api.BlastRadius;

/// <summary>A capability with the number of resources it is reached on.</summary>
internal readonly record struct CapabilityCountView(CapabilityCount Count, bool Open);
