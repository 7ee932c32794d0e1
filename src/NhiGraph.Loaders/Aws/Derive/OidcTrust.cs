using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>Trusts in the subjects of an OIDC issuer. Conditions on subject and audience are met by being that subject with that audience; every other one stays.</summary>
internal static class OidcTrust
{
    private const string Marker = ":oidc-provider/";

    internal static IEnumerable<Trust> Of(Principal role, string federated, PolicyStatement statement, Support support)
    {
        int at = federated.IndexOf(Marker, StringComparison.Ordinal);
        string issuer = at >= 0 ? federated[(at + Marker.Length)..] : federated;
        PolicyCondition[] subjects = [.. statement.Conditions.Where(condition => condition.IsKey(issuer + ":sub") && IsPositive(condition))];
        // Only the values of one condition name the subjects: where several are given, the others must hold too.
        PolicyCondition? naming = subjects.OrderBy(condition => condition.Comparison.EndsWith("Equals", StringComparison.Ordinal) ? 0 : 1).FirstOrDefault();
        PolicyCondition[] rest = [.. statement.Conditions.Where(condition => condition != naming && !(condition.IsKey(issuer + ":aud") && IsPositive(condition) && at >= 0))];
        string[] named = naming is null ? ["*"] : [.. naming.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        foreach (string subject in named)
        {
            PolicyCondition[] open = [.. rest.Where(condition => !subjects.Contains(condition) || !condition.Values.Any(pattern => Holds(condition, pattern, subject)))];
            bool literalWildcard = naming is not null && naming.Comparison != "StringLike" && Glob.IsWild(subject);
            if (literalWildcard || open.Any(condition => subjects.Contains(condition) && !Glob.IsWild(subject)))
            {
                // StringEquals knows no wildcards, and a subject that another condition rules out has no way in: nobody is let in.
                continue;
            }

            var admits = Admission.Of(issuer, subject);
            yield return new(role, TrustForm.Oidc, issuer, subject, ConditionSets.Sorted(open.Select(ConditionSets.Of)), support with { Statement = $"{support.Statement}: admits {admits.Statement}" })
            {
                Admits = admits,
                LimitsToken = open.Any(condition => condition.Key.StartsWith(issuer + ":", StringComparison.OrdinalIgnoreCase)),
            };
        }
    }

    private static bool IsPositive(PolicyCondition condition) => condition.Comparison is "StringEquals" or "StringLike" or "StringEqualsIgnoreCase";

    private static bool Holds(PolicyCondition condition, string pattern, string subject) =>
        condition.Comparison == "StringLike" ? Glob.Contains(pattern, subject) : string.Equals(pattern, subject, condition.Comparison == "StringEquals" ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
}
