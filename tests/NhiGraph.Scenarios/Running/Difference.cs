using System.Text;
using NhiGraph.Scenarios.Asking;
using NhiGraph.Scenarios.Reading;

namespace NhiGraph.Scenarios.Running;

/// <summary>How a found answer differs from the one written down, as a reader would say it.</summary>
internal static class Difference
{
    /// <summary>Null when they are the same.</summary>
    internal static string? Of(ScenarioQuestion question, Answer found)
    {
        var text = new StringBuilder();
        foreach (string section in question.Answer.Keys.Union(found.Sections.Keys).Order(StringComparer.Ordinal))
        {
            List<string> expected = question.Answer.TryGetValue(section, out var lines) ? [.. lines] : [];
            List<string> have = [.. found.Sections.GetValueOrDefault(section) ?? []];
            if (found.Asked.Contains(section))
            {
                HashSet<string> named = [.. expected.Select(Name)];
                have.RemoveAll(line => !named.Contains(Name(line)));
            }

            Compare(text, section, expected, have, found.Ordered.Contains(section));
        }

        return text.Length == 0 ? null : $"{question.Place}: {question.Ask}{(question.Options is null ? "" : " " + question.Options)}\n{text}";
    }

    /// <summary>Of two sets of lines; empty when they are the same.</summary>
    internal static string Of(string section, IEnumerable<string> expected, IEnumerable<string> found)
    {
        var text = new StringBuilder();
        Compare(text, section, [.. expected], [.. found], ordered: false);
        return text.ToString();
    }

    private static void Compare(StringBuilder text, string section, List<string> expected, List<string> found, bool ordered)
    {
        List<string> missing = Without(expected, found);
        List<string> more = Without(found, expected);
        if (missing.Count + more.Count == 0 && (!ordered || expected.SequenceEqual(found)))
        {
            return;
        }

        text.Append("  ").Append(section).Append('\n');
        foreach (string line in missing)
        {
            string? instead = more.FirstOrDefault(other => Name(other) == Name(line));
            more.Remove(instead ?? "");
            text.Append(instead is null ? $"    not found   {line}\n" : $"    expected    {line}\n    but found   {instead}\n");
        }

        more.ForEach(line => text.Append("    found too   ").Append(line).Append('\n'));
        if (ordered)
        {
            text.Append("    in this order:\n");
            found.ForEach(line => text.Append("      ").Append(line).Append('\n'));
        }
    }

    /// <summary>What is in the first and not in the second, each as often as it is there more.</summary>
    private static List<string> Without(List<string> lines, List<string> others)
    {
        List<string> left = [.. lines];
        others.ForEach(line => left.Remove(line));
        return left;
    }

    private static string Name(string line) => line.Split(": ", 2)[0];
}
