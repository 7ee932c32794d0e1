using NhiGraph.Analysis.ToxicCombinations;

namespace NhiGraph.Api.ToxicCombinations;

/// <summary>One part of a toxic combination.</summary>
internal sealed record ToxicPartView(ToxicView Of, ToxicPart Part);
