using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>What the conditions of a statement come to on edges.</summary>
/// <param name="Conditions">Of an Allow: what must hold, beside dates.</param>
/// <param name="Window">When an Allow can hold, as its dates say.</param>
/// <param name="Outside">When a Deny does not apply, where dates alone say so.</param>
/// <param name="Unless">Under which condition a Deny does not apply; null for one that always does.</param>
internal sealed record StatementTerms(ImmutableArray<Condition> Conditions, Validity Window, Validity? Outside, Condition? Unless)
{
    /// <param name="title">How a reader finds the statement.</param>
    internal static StatementTerms Of(bool isAllow, ImmutableArray<PolicyCondition> conditions, string title) => isAllow
        ? new(ConditionSets.Sorted(conditions.Where(condition => !DateWindow.IsWindow(condition)).Select(ConditionSets.Of)), DateWindow.Of(conditions), null, null)
        : new([], Validity.Always, conditions is [var only] ? DateWindow.Outside(only) : null, conditions.IsEmpty ? null : ConditionSets.Unless(conditions, title));
}
