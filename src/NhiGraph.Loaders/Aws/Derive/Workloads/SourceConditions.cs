using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive.Workloads;

/// <summary>Conditions of a trust that a workload meets, or cannot meet, by being what it is.</summary>
internal static class SourceConditions
{
    /// <summary>The conditions that are left; null where one is never met.</summary>
    internal static ImmutableArray<Condition>? Left(ImmutableArray<Condition> conditions, Workload workload)
    {
        var left = ImmutableArray.CreateBuilder<Condition>(conditions.Length);
        foreach (Condition condition in conditions)
        {
            switch (Met(condition, workload))
            {
                case true:
                    continue;
                case false:
                    return null;
                default:
                    left.Add(condition);
                    break;
            }
        }

        return left.ToImmutable();
    }

    /// <summary>Null where it is not known. What is brought may be a pattern itself: then it is met only where all that the pattern stands for meets it.</summary>
    private static bool? Met(Condition condition, Workload workload)
    {
        string comparison = condition.Operator[(condition.Operator.IndexOf(':', StringComparison.Ordinal) + 1)..].Replace("IfExists", "", StringComparison.Ordinal);
        bool pattern = comparison is "StringLike" or "ArnLike" or "ArnEquals";
        if ((!pattern && comparison is not ("StringEquals" or "StringEqualsIgnoreCase")) || workload.Brings(condition.Key) is not { } brought)
        {
            return null;
        }

        var ignoring = comparison == "StringEqualsIgnoreCase" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return condition.Values.Any(value => pattern ? Glob.Contains(value, brought) : string.Equals(value, brought, ignoring)) ? true
            : Glob.IsWild(brought) && condition.Values.Any(value => Glob.Overlaps(value, brought)) ? null
            : false;
    }
}
