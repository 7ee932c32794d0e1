using System.Collections.Immutable;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Paths;

/// <summary>
/// Finds two conditions of one path that plainly cannot both hold: the same key, asked to equal one of two disjoint sets of literal values.
/// Everything less plain (patterns, ranges, keys that may be absent, sets of values) is left alone, so that a possible path is never called impossible.
/// </summary>
internal static class Contradictions
{
    internal static string? Find(AccessGraph graph, ImmutableArray<PathStep> steps)
    {
        List<(int Step, int Call, Condition Condition)>? seen = null;
        int call = 0;
        for (int i = 0; i < steps.Length; i++)
        {
            foreach (Condition condition in graph.ConditionsOf(steps[i].Edge))
            {
                if (!IsLiteral(condition))
                {
                    continue;
                }

                seen ??= [];
                foreach ((int step, int earlierCall, Condition earlier) in seen)
                {
                    bool together = earlierCall == call || !RequestKeys.VariesByCall(condition.Key);
                    if (step != i && together && Contradict(earlier, condition))
                    {
                        return $"Step {step + 1} needs {Words(earlier)} and step {i + 1} needs {Words(condition)}.";
                    }
                }

                seen.Add((i, call, condition));
            }

            if (EndsCall(steps[i].Kind))
            {
                call++;
            }
        }

        return null;
    }

    /// <summary>After these the caller is another principal, or holds another credential; HOLDS, MEMBER_OF and INCLUDES lead to one call of the same one.</summary>
    private static bool EndsCall(EdgeKind kind) => kind is not (EdgeKind.Holds or EdgeKind.MemberOf or EdgeKind.Includes);

    private static bool Contradict(Condition left, Condition right)
    {
        if (!left.Key.Equals(right.Key, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        bool ignoreCase = IgnoresCase(left.Operator) || IgnoresCase(right.Operator);
        return !left.Values.Intersect(right.Values, ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal).Any();
    }

    private static bool IsLiteral(Condition condition) => condition.Operator switch
    {
        "StringEquals" or "StringEqualsIgnoreCase" or "Bool" => !condition.Values.IsEmpty && !condition.Values.Any(HasVariable),
        "StringLike" or "ArnEquals" or "ArnLike" => !condition.Values.IsEmpty && !condition.Values.Any(HasWildcard),
        _ => false,
    };

    private static bool HasVariable(string value) => value.Contains("${", StringComparison.Ordinal);

    private static bool HasWildcard(string value) => HasVariable(value) || value.AsSpan().ContainsAny('*', '?');

    private static bool IgnoresCase(string operation) => operation is "StringEqualsIgnoreCase" or "Bool";

    private static string Words(Condition condition) => $"{condition.Key} to be {string.Join(" or ", condition.Values)}";
}
