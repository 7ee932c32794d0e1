using NhiGraph.Graph.Model;

namespace NhiGraph.Analysis.ToxicCombinations;

/// <summary>One thing that must not come together with the others: any of some capabilities on some resource.</summary>
public sealed record RulePart(CapabilitySet Capabilities, PartTarget On);
