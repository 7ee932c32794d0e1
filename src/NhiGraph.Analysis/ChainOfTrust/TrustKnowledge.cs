using NhiGraph.Analysis.OrphanChains;

namespace NhiGraph.Analysis.ChainOfTrust;

/// <summary>What answers of "none" are good for.</summary>
/// <param name="Of">What the sources of a scope were read whole for; null is asked for what is in no scope.</param>
/// <param name="IsListed">Whether the datasets that list a node were read whole, so that what its record does not state is not there.</param>
/// <param name="NeverUsed">Whether a source that keeps uses of the node was read whole and has none.</param>
public sealed record TrustKnowledge(Func<string?, Known> Of, Func<int, bool> IsListed, Func<int, bool> NeverUsed);
