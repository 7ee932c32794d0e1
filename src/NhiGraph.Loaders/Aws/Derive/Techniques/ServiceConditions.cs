using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive.Techniques;

/// <summary>A condition on the service that a role is passed to is met by being that service, or never.</summary>
internal static class ServiceConditions
{
    /// <summary>The rights without the conditions that are met; default where one never is.</summary>
    internal static ImmutableArray<(string Action, Right Right)> Met(ImmutableArray<(string Action, Right Right)> rights, string service)
    {
        var left = ImmutableArray.CreateBuilder<(string, Right)>(rights.Length);
        foreach ((string action, Right right) in rights)
        {
            PolicyCondition[] passedTo = [.. right.Grant.Source.Statement.Conditions.Where(condition => condition.IsKey("iam:PassedToService") && Decides(condition))];
            if (!passedTo.All(condition => Holds(condition, service)))
            {
                return default;
            }

            Condition[] met = [.. passedTo.Select(ConditionSets.Of)];
            left.Add((action, right with { Conditions = [.. right.Conditions.Where(condition => !met.Contains(condition))] }));
        }

        return left.ToImmutable();
    }

    private static bool Decides(PolicyCondition condition) => condition.Comparison is "StringEquals" or "StringLike" or "StringEqualsIgnoreCase" or "StringNotEquals" or "StringNotLike" or "StringNotEqualsIgnoreCase" or "Null";

    private static bool Holds(PolicyCondition condition, string service)
    {
        if (condition.Comparison == "Null")
        {
            return condition.Values.Contains("false", StringComparer.OrdinalIgnoreCase);
        }

        bool matches = condition.Values.Any(value => condition.Comparison.EndsWith("Like", StringComparison.Ordinal) ? Glob.Matches(value, service)
            : value.Equals(service, condition.Comparison.EndsWith("IgnoreCase", StringComparison.Ordinal) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));
        return matches != condition.Comparison.Contains("Not", StringComparison.Ordinal);
    }
}
