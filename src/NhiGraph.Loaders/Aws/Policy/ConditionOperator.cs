using System.Collections.Frozen;

namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>An operator of a condition, taken apart.</summary>
/// <param name="Negated">It holds where none of the values matches.</param>
/// <param name="IfExists">It holds where the key is absent.</param>
/// <param name="Set"><c>ForAllValues:</c> or <c>ForAnyValue:</c>; null for neither.</param>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html"/>
internal sealed record ConditionOperator(ComparisonKind Comparison, bool Negated, bool IfExists, SetQuantifier? Set)
{
    private static readonly FrozenDictionary<string, (ComparisonKind, bool)> Comparisons = new Dictionary<string, (ComparisonKind, bool)>
    {
        ["StringEquals"] = (ComparisonKind.Text, false),
        ["StringNotEquals"] = (ComparisonKind.Text, true),
        ["StringEqualsIgnoreCase"] = (ComparisonKind.TextWithoutCase, false),
        ["StringNotEqualsIgnoreCase"] = (ComparisonKind.TextWithoutCase, true),
        ["StringLike"] = (ComparisonKind.TextPattern, false),
        ["StringNotLike"] = (ComparisonKind.TextPattern, true),
        ["NumericEquals"] = (ComparisonKind.NumberEqual, false),
        ["NumericNotEquals"] = (ComparisonKind.NumberEqual, true),
        ["NumericLessThan"] = (ComparisonKind.NumberLess, false),
        ["NumericLessThanEquals"] = (ComparisonKind.NumberAtMost, false),
        ["NumericGreaterThan"] = (ComparisonKind.NumberMore, false),
        ["NumericGreaterThanEquals"] = (ComparisonKind.NumberAtLeast, false),
        ["DateEquals"] = (ComparisonKind.DateEqual, false),
        ["DateNotEquals"] = (ComparisonKind.DateEqual, true),
        ["DateLessThan"] = (ComparisonKind.DateBefore, false),
        ["DateLessThanEquals"] = (ComparisonKind.DateNotAfter, false),
        ["DateGreaterThan"] = (ComparisonKind.DateAfter, false),
        ["DateGreaterThanEquals"] = (ComparisonKind.DateNotBefore, false),
        ["Bool"] = (ComparisonKind.Truth, false),
        ["BinaryEquals"] = (ComparisonKind.Bytes, false),
        ["IpAddress"] = (ComparisonKind.Address, false),
        ["NotIpAddress"] = (ComparisonKind.Address, true),
        ["ArnEquals"] = (ComparisonKind.ArnPattern, false),
        ["ArnLike"] = (ComparisonKind.ArnPattern, false),
        ["ArnNotEquals"] = (ComparisonKind.ArnPattern, true),
        ["ArnNotLike"] = (ComparisonKind.ArnPattern, true),
        ["Null"] = (ComparisonKind.Absence, false),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null for an operator that AWS does not have.</summary>
    internal static ConditionOperator? Parse(string text)
    {
        SetQuantifier? set = null;
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0)
        {
            set = text[..colon].ToLowerInvariant() switch { "forallvalues" => SetQuantifier.All, "foranyvalue" => SetQuantifier.Any, _ => null };
            if (set is null)
            {
                return null;
            }
        }

        string plain = text[(colon + 1)..];
        bool ifExists = plain.EndsWith("IfExists", StringComparison.OrdinalIgnoreCase);
        if (!Comparisons.TryGetValue(ifExists ? plain[..^"IfExists".Length] : plain, out (ComparisonKind Comparison, bool Negated) known))
        {
            return null;
        }

        return known.Comparison == ComparisonKind.Absence && (ifExists || set is not null) ? null : new(known.Comparison, known.Negated, ifExists, set);
    }

    /// <summary>Its policy values may hold policy variables: texts and ARNs alone.</summary>
    internal bool TakesVariables => Comparison is ComparisonKind.Text or ComparisonKind.TextWithoutCase or ComparisonKind.TextPattern or ComparisonKind.ArnPattern;
}
