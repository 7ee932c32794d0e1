using System.Globalization;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Rules;

/// <summary>What can be wrong with a rule or an exception, by place.</summary>
internal static class RuleProblems
{
    internal static Problem NoYaml(string file, long line, string what) => new(
        "NHI-RULE-001", $"This is no sound YAML: {what}.", "Mend the file at that line; Rules/README.md shows how a rule is written.", At(file, line));

    internal static Problem Wrong(string file, long line, string what, string expected) => new(
        "NHI-RULE-002", $"{what}: expected {expected}.", "Mend the file at that line; Rules/README.md shows how a rule is written.", At(file, line));

    internal static Problem Missing(string file, long line, string member, string of) => new(
        "NHI-RULE-003", $"{of} has no {member}.", $"Add {member}; Rules/README.md tells what it means.", At(file, line));

    internal static Problem UnknownMember(string file, long line, string member, IEnumerable<string> known) => new(
        "NHI-RULE-004", $"'{member}' means nothing here.", $"Write one of {string.Join(", ", known)}, or leave it out.", At(file, line));

    internal static Problem TwiceTheSame(string file, long line, string id, string other) => new(
        "NHI-RULE-005", $"The rule {id} is there already, in {other}.", "Give the rule another id.", At(file, line));

    internal static Problem NoSuchRule(string file, long line, string id, IEnumerable<string> known) => new(
        "NHI-RULE-006", $"There is no rule {id}.", $"Name one of {string.Join(", ", known)}.", At(file, line));

    private static string At(string file, long line) => string.Create(CultureInfo.InvariantCulture, $"{file}#line={line}");
}
