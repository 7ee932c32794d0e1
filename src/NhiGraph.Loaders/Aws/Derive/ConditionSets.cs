using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>Conditions of edges: from a policy's, sorted and without repeats, so that equal sets make equal edges.</summary>
internal static class ConditionSets
{
    internal static Condition Of(PolicyCondition condition) => Make(condition.Key, condition.Operator, condition.Values, Sentence(condition));

    /// <summary>What must not hold, so that a Deny does not apply.</summary>
    internal static Condition Unless(IReadOnlyList<PolicyCondition> denied, string where) => Make(
        string.Join(" and ", denied.Select(condition => condition.Key)),
        "Deny " + string.Join(" and ", denied.Select(condition => condition.Operator)),
        denied.SelectMany(condition => condition.Values),
        $"not denied by {where}: it denies when {string.Join(" and ", denied.Select(Sentence))}");

    internal static Condition Make(string key, string comparison, IEnumerable<string> values, string statement) =>
        new(key, comparison, [.. values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], statement);

    internal static ImmutableArray<Condition> Sorted(IEnumerable<Condition> conditions) =>
        [.. conditions.Distinct().OrderBy(c => c.Key, StringComparer.Ordinal).ThenBy(c => c.Operator, StringComparer.Ordinal).ThenBy(c => string.Join('\n', c.Values), StringComparer.Ordinal).ThenBy(c => c.Statement, StringComparer.Ordinal)];

    internal static ImmutableArray<Condition> Union(ImmutableArray<Condition> left, ImmutableArray<Condition> right) =>
        left.IsEmpty ? right : right.IsEmpty ? left : Sorted(left.Concat(right));

    /// <summary>CONDITIONAL where something must hold, else PROVED.</summary>
    internal static Certainty CertaintyOf(ImmutableArray<Condition> conditions) => conditions.IsEmpty ? Certainty.Proved : Certainty.Conditional;

    private static string Sentence(PolicyCondition condition) =>
        $"{condition.Key} {Words(condition)} {(condition.Values.Length > 5 ? string.Join(", ", condition.Values.Take(5)) + $" or {condition.Values.Length - 5} more" : string.Join(" or ", condition.Values))}";

    private static string Words(PolicyCondition condition)
    {
        string comparison = condition.Comparison;
        bool not = comparison.Contains("Not", StringComparison.Ordinal);
        string verb = comparison.Replace("Not", "", StringComparison.Ordinal) switch
        {
            "StringEquals" or "StringEqualsIgnoreCase" or "NumericEquals" or "DateEquals" or "Bool" or "BinaryEquals" or "ArnEquals" => "",
            "StringLike" or "ArnLike" => " like",
            "IpAddress" => " in",
            "NumericLessThan" => " less than",
            "NumericLessThanEquals" => " at most",
            "NumericGreaterThan" => " more than",
            "NumericGreaterThanEquals" => " at least",
            "DateLessThan" => " before",
            "DateLessThanEquals" => " not after",
            "DateGreaterThan" => " after",
            "DateGreaterThanEquals" => " not before",
            "Null" => " missing:",
            _ => $" {comparison}",
        };
        return $"{(condition.Operator.StartsWith("ForAllValues:", StringComparison.OrdinalIgnoreCase) ? "in all values " : condition.Operator.StartsWith("ForAnyValue:", StringComparison.OrdinalIgnoreCase) ? "in some value " : "")}"
            + $"is{(not ? " not" : "")}{verb}{(condition.Operator.EndsWith("IfExists", StringComparison.OrdinalIgnoreCase) ? " (where it is there)" : "")}";
    }
}
