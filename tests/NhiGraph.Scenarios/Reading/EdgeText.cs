using System.Globalization;
using NhiGraph.Graph.Model;

namespace NhiGraph.Scenarios.Reading;

/// <summary>An edge as a scenario writes it: <c>deploy CAN_ASSUME admin, CONDITIONAL, when aws:SourceIp IpAddress 10.0.0.0/8</c>.</summary>
internal static class EdgeText
{
    internal static GraphEdge Read(YamlItem item)
    {
        string[] parts = item.Text.Split(',', StringSplitOptions.TrimEntries);
        string[] ends = Words(parts[0]);
        if (ends.Length != 3 || !VocabularyText.TryParse(ends[1], out EdgeKind kind))
        {
            throw item.Wrong($"{parts[0]} is not: tail KIND head");
        }

        var edge = new GraphEdge(kind, ends[0], ends[2], Certainty.Proved) { On = kind == EdgeKind.On ? OnTarget.AllowSelf : null };
        foreach (string part in parts[1..])
        {
            string[] words = Words(part);
            edge = words.Length == 0 ? throw item.Wrong("a comma with nothing behind it") : With(item, edge, words[0], words[1..]);
        }

        return edge;
    }

    /// <summary>A day, or an instant.</summary>
    internal static DateTimeOffset Instant(YamlItem item, string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant) ? instant : throw item.Wrong($"{text} is no date");

    private static GraphEdge With(YamlItem item, GraphEdge edge, string word, string[] rest) => word switch
    {
        "when" when rest.Length > 2 => edge with
        {
            Certainty = edge.Certainty == Certainty.Proved ? Certainty.Conditional : edge.Certainty,
            Conditions = edge.Conditions.Add(new(rest[0], rest[1], [.. rest[2..]], string.Join(' ', rest))),
        },
        "assuming" when rest.Length > 0 => edge with { Assumptions = [.. rest.Order(StringComparer.Ordinal)] },
        "by" when rest.Length == 1 => edge with { Technique = rest[0] },
        "disabled" when rest.Length == 0 => edge with { Validity = edge.Validity with { Disabled = true } },
        "from" when rest.Length == 1 => edge with { Validity = edge.Validity with { From = Instant(item, rest[0]).ToUnixTimeSeconds() } },
        "until" when rest.Length == 1 => edge with { Validity = edge.Validity with { Until = Instant(item, rest[0]).ToUnixTimeSeconds() } },
        "except" when rest.Length == 0 && edge.On is not null => edge with { On = edge.On with { Effect = OnEffect.Except } },
        "subtree" when rest.Length == 0 && edge.On is not null => edge with { On = edge.On with { Covers = OnCovers.Subtree } },
        "parts" when rest.Length > 0 && edge.On is not null => edge with { On = OnTarget.Part(edge.On.Effect, rest) },
        PropertyNames.Role or PropertyNames.Since when rest.Length == 1 => edge with { Properties = edge.Properties.SetItem(word, rest[0]) },
        _ when rest.Length == 0 && VocabularyText.TryParse(word, out Certainty certainty) => edge with { Certainty = certainty },
        _ => throw item.Wrong($"{word} {string.Join(' ', rest)} says nothing of a {edge.Kind.Text()} edge"),
    };

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
