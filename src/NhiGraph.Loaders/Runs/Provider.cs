using System.Collections.Immutable;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Runs;

/// <summary>What a provider brings: pure functions from facts to graph, and the data that explains its answers.</summary>
/// <param name="SourceKind">E.g. <c>aws</c>: scopes of this provider begin with it and a colon.</param>
/// <param name="RulesHash">A hash of the rule data and of the derive code's own version; who only answers questions does not need it.</param>
/// <param name="Derive">From the facts of one scope to its nodes, edges and join terms. Pure and deterministic.</param>
/// <param name="Join">From the join terms that meet in one scope to the nodes and edges they make; no terms. Pure and deterministic.</param>
/// <param name="Techniques">Read when first asked for.</param>
public sealed record Provider(
    string SourceKind,
    Lazy<string> RulesHash,
    Func<ScopeFacts, DerivedScope> Derive,
    Func<JoinInput, DerivedScope> Join,
    ImmutableArray<DatasetInfo> Datasets,
    ImmutableArray<AssumptionInfo> Assumptions,
    Lazy<ImmutableArray<TechniqueInfo>> Techniques)
{
    /// <summary>Its datasets tell of things in every scope, not only of its own scopes: people and their duties are of no account.</summary>
    public bool HoldsEverywhere { get; init; }

    /// <summary>Datasets that are logs: their facts alone do not make a scope one that was read, so that whatever leads there stays one-sided.</summary>
    public ImmutableArray<string> Logs { get; init; } = [];
}
