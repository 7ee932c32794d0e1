using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>What is left of an Allow statement for some of its actions after Deny statements were subtracted.</summary>
/// <param name="Source">The Allow statement.</param>
/// <param name="Includes">What it names, sorted, none contained in another.</param>
/// <param name="Exclusions">What is left out of that, sorted.</param>
/// <param name="Lowered">What is left out of that unless a condition holds, sorted.</param>
/// <param name="Conditions">What must hold for all of it, sorted.</param>
internal sealed record Grant(
    CompiledStatement Source,
    IndexSet Actions,
    ImmutableArray<ArnPattern> Includes,
    ImmutableArray<Exclusion> Exclusions,
    ImmutableArray<LoweredBy> Lowered,
    ImmutableArray<Condition> Conditions)
{
    /// <summary>When it can hold.</summary>
    internal Validity Window { get; init; } = Validity.Always;

    internal bool IsUnlimited => Includes is [{ IsEverything: true }] && Exclusions.IsEmpty && Lowered.IsEmpty;

    /// <summary>Whether it reaches one named thing; null when it does not, else the conditions for it.</summary>
    internal ImmutableArray<Condition>? On(ArnPattern arn) => Resources.On(Includes, Exclusions, Lowered, arn) is { } lowered ? ConditionSets.Union(Conditions, lowered) : null;
}
