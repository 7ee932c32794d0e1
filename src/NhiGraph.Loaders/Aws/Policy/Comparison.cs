using System.Globalization;

namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>Compares one value of a request with one value of a policy. What does not parse matches nothing.</summary>
internal static class Comparison
{
    /// <param name="wanted">The policy's value with its variables replaced; wildcards that mean themselves are escaped (<see cref="Wildcard"/>).</param>
    /// <param name="given">The request's value.</param>
    internal static bool Matches(ComparisonKind kind, string wanted, string given) => kind switch
    {
        ComparisonKind.Text => string.Equals(Wildcard.Plain(wanted), given, StringComparison.Ordinal),
        ComparisonKind.TextWithoutCase => string.Equals(Wildcard.Plain(wanted), given, StringComparison.OrdinalIgnoreCase),
        ComparisonKind.TextPattern => Glob.Matches(wanted, Wildcard.Escaped(given)),
        ComparisonKind.ArnPattern => IsArnLike(wanted, Wildcard.Escaped(given)),
        ComparisonKind.Truth => bool.TryParse(wanted, out bool policy) && bool.TryParse(given, out bool request) && policy == request,
        ComparisonKind.Bytes => AreSameBytes(wanted, given),
        ComparisonKind.Address => AddressRange.Parse(wanted) is { } range && range.Contains(given),
        >= ComparisonKind.NumberEqual and <= ComparisonKind.NumberAtLeast => Number(given) is { } number && Number(wanted) is { } limit && Ordered(kind - ComparisonKind.NumberEqual, number.CompareTo(limit)),
        >= ComparisonKind.DateEqual and <= ComparisonKind.DateNotBefore => PolicyDate.Parse(given) is { } date && PolicyDate.Parse(wanted) is { } bound && Ordered(kind - ComparisonKind.DateEqual, date.CompareTo(bound)),
        _ => false,
    };

    /// <summary>Whether a policy value may match that has <c>*</c> where a variable could not be told.</summary>
    internal static bool MayMatch(ComparisonKind kind, string wanted, string given) => kind switch
    {
        ComparisonKind.Text => Matches(ComparisonKind.TextPattern, wanted, given),
        ComparisonKind.TextWithoutCase => Matches(ComparisonKind.TextPattern, wanted.ToUpperInvariant(), given.ToUpperInvariant()),
        _ => Matches(kind, wanted, given),
    };

    internal static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    /// <summary>Both kinds of comparison stand in the order: equal, less, at most, more, at least.</summary>
    private static bool Ordered(int comparison, int order) => comparison switch
    {
        0 => order == 0,
        1 => order < 0,
        2 => order <= 0,
        3 => order > 0,
        _ => order >= 0,
    };

    /// <summary>Field by field; no wildcard crosses one of the first five colons.</summary>
    private static bool IsArnLike(string pattern, string given)
    {
        string[] fields = given.Split(':', 6);
        string[] wanted = pattern.Split(':', 6);
        return fields is ["arn", _, _, _, _, _] && (pattern == "*" || (wanted.Length == 6 && wanted.Zip(fields).All(pair => Glob.Matches(pair.First, pair.Second))));
    }

    private static bool AreSameBytes(string wanted, string given)
    {
        Span<byte> left = new byte[wanted.Length], right = new byte[given.Length];
        return Convert.TryFromBase64String(wanted, left, out int one) && Convert.TryFromBase64String(given, right, out int two) && left[..one].SequenceEqual(right[..two]);
    }
}
