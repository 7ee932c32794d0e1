using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>When a statement can hold, as its date conditions say: from/until, judged at the time asked.</summary>
internal static class DateWindow
{
    /// <summary>https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html: no session lasts longer than 36 hours.</summary>
    private const long LongestSession = 36 * 3600;

    /// <summary>Outside of it the conditions fail for everybody.</summary>
    internal static Validity Of(IEnumerable<PolicyCondition> conditions) => conditions.Select(Of).OfType<Validity>().Aggregate(Validity.Always, (all, one) => all.And(one));

    /// <summary>Within its window it holds, so the window says all of it.</summary>
    internal static bool IsWindow(PolicyCondition condition) => IsNow(condition) && Of(condition) is not null;

    /// <summary>A session is issued when a role is taken: from the date on, every new one will do.</summary>
    internal static bool IsMetBySessions(Condition condition) =>
        condition.Key.Equals("aws:TokenIssueTime", StringComparison.OrdinalIgnoreCase) && (condition.Operator.StartsWith("DateGreaterThan", StringComparison.OrdinalIgnoreCase) || condition.Operator.StartsWith("DateGreaterThanEquals", StringComparison.OrdinalIgnoreCase));

    /// <summary>When it does not hold; null where that is not one stretch of time. What denies old sessions denies nobody once it is there: a key is no session, and a role is taken anew.</summary>
    internal static Validity? Outside(PolicyCondition condition) => Of(condition) is not { } window ? null
        : condition.IsKey("aws:TokenIssueTime") ? window.From == long.MinValue ? new(window.Until - LongestSession, long.MaxValue) : null
        : window.From == long.MinValue ? new(window.Until, long.MaxValue)
        : window.Until == long.MaxValue ? new(long.MinValue, window.From)
        : null;

    private static bool IsNow(PolicyCondition condition) => condition.IsKey("aws:CurrentTime") || condition.IsKey("aws:EpochTime");

    /// <summary>Null for a condition that says nothing about dates, or nothing that is one stretch of time.</summary>
    private static Validity? Of(PolicyCondition condition)
    {
        bool issued = condition.IsKey("aws:TokenIssueTime");
        if (!issued && !IsNow(condition))
        {
            return null;
        }

        long[] dates = [.. condition.Values.Select(PolicyDate.Parse).OfType<DateTimeOffset>().Select(date => date.ToUnixTimeSeconds()).Order()];
        if (dates.Length == 0)
        {
            return null;
        }

        bool ifExists = condition.Operator.EndsWith("IfExists", StringComparison.OrdinalIgnoreCase);
        long late = issued ? LongestSession : 0;
        return condition.Comparison.ToLowerInvariant() switch
        {
            _ when issued && (ifExists || condition.Operator.Contains(':', StringComparison.Ordinal)) => null,
            "datelessthan" or "numericlessthan" => new(long.MinValue, dates[^1] + late),
            "datelessthanequals" or "numericlessthanequals" => new(long.MinValue, dates[^1] + 1 + late),
            "dategreaterthan" or "numericgreaterthan" => new(dates[0] + 1, long.MaxValue),
            "dategreaterthanequals" or "numericgreaterthanequals" => new(dates[0], long.MaxValue),
            "dateequals" when dates.Length == 1 => new(dates[0], dates[0] + 1 + late),
            _ => null,
        };
    }
}
