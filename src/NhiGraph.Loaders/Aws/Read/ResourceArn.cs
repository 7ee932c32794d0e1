using System.Text.RegularExpressions;

namespace NhiGraph.Loaders.Aws.Read;

/// <summary>The ARN of any resource. A bucket's names neither region nor account.</summary>
/// <param name="Account">Empty where it names none.</param>
/// <param name="Region">Empty where it names none.</param>
internal readonly partial record struct ResourceArn(string Account, string Region)
{
    /// <summary>Null if it is none.</summary>
    public static ResourceArn? Of(string text) =>
        Form().Match(text) is { Success: true } match ? new ResourceArn(match.Groups["account"].Value, match.Groups["region"].Value) : null;

    [GeneratedRegex(@"^arn:aws(-[a-z]+)*:[a-z0-9-]+:(?<region>[a-z0-9-]*):(?<account>[0-9A-Za-z-]{0,64}):[^\s\p{C}]([^\p{C}]{0,2000})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
