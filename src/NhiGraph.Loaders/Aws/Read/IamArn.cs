using System.Text.RegularExpressions;

namespace NhiGraph.Loaders.Aws.Read;

/// <summary>The ARN of something in IAM: <c>arn:{partition}:iam::{account}:{type}/{path and name}</c>.</summary>
/// <param name="Account">Twelve digits, <c>aws</c> for what AWS keeps, or the stand-in of an export whose account was replaced.</param>
/// <param name="Type">E.g. <c>role</c>.</param>
internal readonly partial record struct IamArn(string Account, string Type)
{
    public const string OfAws = "aws";

    /// <summary>Null if it is none.</summary>
    public static IamArn? Of(string text) =>
        text.Length <= 2048 && Form().Match(text) is { Success: true } match ? new IamArn(match.Groups["account"].Value, match.Groups["type"].Value) : null;

    [GeneratedRegex("^arn:aws(-[a-z]+)*:iam::(?<account>[0-9A-Za-z-]{1,64}):((?<type>user|group|role|policy)/[!-~]+|(?<type>root))$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
