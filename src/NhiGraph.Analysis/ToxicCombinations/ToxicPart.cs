using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;

namespace NhiGraph.Analysis.ToxicCombinations;

/// <summary>How an actor can do one part of a rule: on the nearest resource, by the strongest path.</summary>
public sealed record ToxicPart(Capability Capability, int On, AccessPath Path)
{
    public Certainty Certainty => Path.Certainty;
}
