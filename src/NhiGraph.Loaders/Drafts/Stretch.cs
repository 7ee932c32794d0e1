using System.Collections.Immutable;
using System.Globalization;
using NhiGraph.Graph.Model;

namespace NhiGraph.Loaders.Drafts;

/// <summary>Stretches of time.</summary>
internal static class Stretch
{
    /// <summary>Either's time; null where they neither meet nor overlap.</summary>
    internal static Validity? Either(Validity left, Validity right) =>
        Math.Max(left.From, right.From) <= Math.Min(left.Until, right.Until) ? new(Math.Min(left.From, right.From), Math.Max(left.Until, right.Until), left.Disabled && right.Disabled) : null;

    /// <summary>As a condition, for where an edge cannot say it; empty for all time.</summary>
    internal static ImmutableArray<Condition> Condition(Validity window)
    {
        string[] ends = [.. new[] { window.From == long.MinValue ? null : "from " + Text(window.From), window.Until == long.MaxValue ? null : "until " + Text(window.Until) }.OfType<string>()];
        return ends.Length == 0 ? [] : [new Condition("CurrentTime", "Within", [.. ends], $"it is {string.Join(' ', ends)}")];
    }

    private static string Text(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
