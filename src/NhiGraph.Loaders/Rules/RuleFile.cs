using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NhiGraph.Analysis.Answers;
using NhiGraph.Analysis.ToxicCombinations;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Runs;
using YamlDotNet.RepresentationModel;

namespace NhiGraph.Loaders.Rules;

/// <summary>Reads toxic rules of a YAML file, one a document.</summary>
internal static partial class RuleFile
{
    private const int MostParts = 32;
    private static readonly string[] Members = ["id", "title", "why", "severity", "within", "source", "parts"];
    private static readonly string[] PartMembers = ["can", "on"];
    private static readonly string[] TargetMembers = ["sensitivity", "environments", "types", "property"];
    private static readonly string[] PropertyMembers = ["name", "value"];

    /// <summary>The sound rules with the line each begins at; all that is wrong is told.</summary>
    internal static IEnumerable<(ToxicRule Rule, long Line)> Read(string file, ReadOnlyMemory<byte> content, Action<Problem> tell)
    {
        int told = 0;
        IReadOnlyList<YamlNode> documents = YamlDocuments.Read(file, content, Tell);
        if (documents.Count == 0 && told == 0)
        {
            tell(RuleProblems.Wrong(file, 1, "the file", "a rule"));
        }

        foreach (YamlNode root in documents)
        {
            told = 0;

            if (YamlMembers.Of(file, "the rule", root, Members, Tell) is { } members && Rule(file, members, Tell) is { } rule && told == 0)
            {
                yield return (rule, members.LineOf("id"));
            }
        }

        void Tell(Problem problem)
        {
            told++;
            tell(problem);
        }
    }

    private static ToxicRule? Rule(string file, YamlMembers members, Action<Problem> tell)
    {
        string? id = members.Text("id");
        if (id is not null && (!Id().IsMatch(id) || id == ToxicRule.Administrators.Id))
        {
            members.Wrong(members.Find("id")!, "id", $"small letters, digits and dashes, and not {ToxicRule.Administrators.Id}");
        }

        string? title = members.Text("title");
        string? why = members.Text("why");
        string? source = members.Text("source");
        Severity? severity = members.Word<Severity>("severity");
        RuleSpan? span = members.Word<RuleSpan>("within");
        ImmutableArray<YamlNode> parts = members.List("parts") ?? [];
        if (parts.Length > MostParts)
        {
            members.Wrong(parts[MostParts], "parts", $"at most {MostParts}");
        }

        RulePart?[] read = [.. parts.Select((part, index) => Part(file, $"part {index + 1}", part, tell))];
        return id is null || title is null || why is null || source is null || severity is null || span is null || read.Length == 0 || read.Contains(null)
            ? null
            : new(id, title, why, [.. read!], span.Value, severity.Value, source);
    }

    private static RulePart? Part(string file, string what, YamlNode node, Action<Problem> tell)
    {
        if (YamlMembers.Of(file, what, node, PartMembers, tell) is not { } members)
        {
            return null;
        }

        ImmutableArray<Capability> can = members.Words<Capability>("can");
        PartTarget? on = members.Find("on") switch
        {
            null => Missing(file, members, what, tell),
            YamlScalarNode { Value: "any" } => PartTarget.Any,
            YamlNode target => Target(file, $"on of {what}", target, tell),
        };
        return can.IsEmpty || on is null ? null : new(CapabilitySet.Of(can.AsSpan()), on);
    }

    private static PartTarget? Missing(string file, YamlMembers members, string what, Action<Problem> tell)
    {
        tell(RuleProblems.Missing(file, members.Line, "on", what));
        return null;
    }

    private static PartTarget? Target(string file, string what, YamlNode node, Action<Problem> tell)
    {
        if (node is not YamlMappingNode { Children.Count: > 0 })
        {
            tell(RuleProblems.Wrong(file, node.Start.Line, what, $"any, or one or more of {string.Join(", ", TargetMembers)}"));
            return null;
        }

        if (YamlMembers.Of(file, what, node, TargetMembers, tell) is not { } members)
        {
            return null;
        }

        return new()
        {
            MinSensitivity = members.Find("sensitivity") is null ? Sensitivity.Unknown : members.Word<Sensitivity>("sensitivity") ?? default,
            Environments = members.Find("environments") is null ? [] : members.Texts("environments"),
            Types = members.Find("types") is null ? [] : members.Words<ResourceType>("types"),
            Tag = members.Find("property") is { } property && YamlMembers.Of(file, $"property of {what}", property, PropertyMembers, tell) is { } tag && tag.Text("name") is { } name && tag.Text("value") is { } value
                ? new ResourceTag(name, value)
                : null,
        };
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Id();
}
