using System.Collections.Immutable;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive.ResourcePolicies;

/// <summary>What a resource's own policy can be about: the resource and its parts; for a resource control policy, the resources of the account. Whatever else its statements name is not theirs to say.</summary>
internal sealed class ResourceSpan
{
    private ResourceSpan(ImmutableArray<ArnPattern> patterns) => Patterns = patterns;

    /// <summary>The resource first.</summary>
    internal ImmutableArray<ArnPattern> Patterns { get; }

    internal static ResourceSpan Of(string arn)
    {
        string? parts = arn.Split(':', 6) switch
        {
            [_, _, "s3", "", "", { } bucket] when !bucket.Contains('/', StringComparison.Ordinal) => arn + "/*",
            [_, _, "dynamodb", _, _, { } table] when table.StartsWith("table/", StringComparison.Ordinal) && table.Count(c => c == '/') == 1 => arn + "/index/*",
            _ => null,
        };
        return new(parts is null ? [ArnPattern.Parse(arn)] : [ArnPattern.Parse(arn), ArnPattern.Parse(parts)]);
    }

    /// <param name="buckets">The account's: their ARNs do not name it.</param>
    internal static ResourceSpan OfAccount(string partition, string account, IEnumerable<string> services, IEnumerable<ArnPattern> buckets) => new(
    [
        // What sts is asked for are roles, which are of iam.
        .. services.Append("iam").Order(StringComparer.Ordinal).Select(service => ArnPattern.Parse($"arn:{partition}:{service}:*:{account}:*")),
        .. buckets.OrderBy(bucket => bucket.Text, StringComparer.Ordinal).SelectMany(bucket => new[] { bucket, ArnPattern.Parse(bucket.Text + "/*") }),
    ]);

    /// <summary>The common part with patterns, or with all but them.</summary>
    /// <returns>What is surely named; and what is named but for a part that no pattern can leave out.</returns>
    internal (List<ArnPattern> Sure, List<ArnPattern> ButForSome) Common(IReadOnlyList<ArnPattern> named, bool isNot)
    {
        List<ArnPattern> sure = [], butForSome = [];
        foreach (ArnPattern own in Patterns)
        {
            if (!isNot)
            {
                sure.AddRange(named.SelectMany(pattern => Both(own, pattern)));
            }
            else if (!named.Any(pattern => pattern.Overlaps(own)))
            {
                sure.Add(own);
            }
            else if (!named.Any(pattern => pattern.Covers(own)))
            {
                butForSome.Add(own);
            }
        }

        return (sure, butForSome);
    }

    private static IEnumerable<ArnPattern> Both(ArnPattern own, ArnPattern pattern)
    {
        if (pattern.Covers(own))
        {
            return [own];
        }

        if (own.Covers(pattern))
        {
            return [pattern];
        }

        if (!pattern.Overlaps(own))
        {
            return [];
        }

        // Of what is owned a field is literal or *, or the last one ends in a wildcard: there both match what the pattern leaves after its beginning.
        string[] mine = own.Text.Split(':', 6), theirs = pattern.Text.Split(':', 6);
        string first = string.Concat(Enumerable.Range(0, 5).Select(i => (mine[i] == "*" ? theirs[i] : mine[i]) + ":"));
        return own.Resource.EndsWith('*') ? Glob.After(pattern.Resource, own.Resource[..^1]).Select(part => ArnPattern.Parse(first + own.Resource[..^1] + part)) : [ArnPattern.Parse(first + own.Resource)];
    }
}
