using System.Collections.Immutable;

namespace NhiGraph.Analysis.ToxicCombinations;

/// <summary>A rule that an actor breaks.</summary>
/// <param name="Component">The actor: a component of <see cref="ToxicCombinationsAnswer.Condensation"/>.</param>
/// <param name="Accounts">Where it does: numbers of scopes; empty where the rule spans the estate.</param>
public sealed record ToxicFinding(ToxicRule Rule, int Component, ImmutableArray<int> Accounts);
