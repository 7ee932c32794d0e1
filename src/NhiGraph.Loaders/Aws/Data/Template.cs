using System.Text.RegularExpressions;

namespace NhiGraph.Loaders.Aws.Data;

/// <summary>Texts with <c>{name}</c> in them, as the rule data writes them.</summary>
internal static partial class Template
{
    /// <summary>The text with each name replaced; null where some name has no value.</summary>
    internal static string? Fill(string template, Func<string, string?> value)
    {
        bool missing = false;
        string filled = Names().Replace(template, match =>
        {
            string? found = value(match.Groups["name"].Value);
            missing |= found is null;
            return found ?? "";
        });
        return missing ? null : filled;
    }

    internal static IEnumerable<string> NamesIn(string template) => Names().Matches(template).Select(match => match.Groups["name"].Value);

    /// <summary>Partitions by the beginning of their regions: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html.</summary>
    internal static string PartitionOf(string region) =>
        region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn" : region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov" : "aws";

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Names();
}
