namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>
/// A star or question mark that means itself, in a text that is matched as a pattern: written as a character that Unicode keeps for programs, so that it matches nothing else.
/// Texts that patterns are matched against are escaped alike.
/// </summary>
internal static class Wildcard
{
    internal const char Star = '\uFDD0';
    internal const char Question = '\uFDD1';

    /// <summary>Every wildcard of the text means itself.</summary>
    internal static string Escaped(string text) => text.AsSpan().IndexOfAny('*', '?') < 0 ? text : text.Replace('*', Star).Replace('?', Question);

    /// <summary>As a person writes it.</summary>
    internal static string Plain(string text) => text.AsSpan().IndexOfAny(Star, Question) < 0 ? text : text.Replace(Star, '*').Replace(Question, '?');
}
