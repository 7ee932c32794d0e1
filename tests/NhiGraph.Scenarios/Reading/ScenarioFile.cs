using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Rules;
using NhiGraph.Storage.Facts;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NhiGraph.Scenarios.Reading;

/// <summary>Reads a file of scenarios, one YAML document each; the format is in README.</summary>
internal static class ScenarioFile
{
    /// <summary>Asked at unless a question says otherwise.</summary>
    internal static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    internal static ImmutableArray<Scenario> Read(string path) => Parse(Path.GetFileName(path), File.ReadAllText(path));

    /// <exception cref="ScenarioException">It is not a file of scenarios.</exception>
    internal static ImmutableArray<Scenario> Parse(string file, string text)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(text));
        }
        catch (YamlException wrong)
        {
            throw new ScenarioException($"{file}:{wrong.Start.Line}: {wrong.Message}", wrong);
        }

        return [.. yaml.Documents.Select(document => ScenarioOf(new(file, document.RootNode)))];
    }

    private static Scenario ScenarioOf(YamlItem document)
    {
        document.Only("scenario", "why", "read", "exceptions", "entities", "edges", "questions");
        string name = document["scenario"].Text;
        var nodes = new List<GraphNode>();
        var edges = new List<GraphEdge>();
        foreach ((string key, YamlItem entity) in document["entities"].Members)
        {
            nodes.Add(EntityText.Read(key, entity, edges));
        }

        edges.AddRange(document.Find("edges")?.Items.Select(EdgeText.Read) ?? []);
        foreach (string missing in edges.SelectMany(edge => new[] { edge.From, edge.To }).Except(nodes.Select(node => node.Key)))
        {
            throw document.Wrong($"an edge names {missing}, which is no entity");
        }

        return new(document.File, name, [.. nodes], [.. edges], [.. document["questions"].Items.Select(QuestionOf)])
        {
            Read = document.Find("read") is { } read ? ScenarioSources.Read(read) : ImmutableSortedDictionary<string, DatasetState>.Empty,
            Rules = document.Find("exceptions") is { } exceptions ? RuleBook.Read([], [(exceptions.Place, exceptions.Yaml())]) : RuleBook.Shipped,
        };
    }

    private static ScenarioQuestion QuestionOf(YamlItem question)
    {
        question.Only("ask", "why", "options", "at", "answer");
        ImmutableSortedDictionary<string, ImmutableArray<string>> answer = question["answer"].IsText
            ? question["answer"].Text == "nothing" ? ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty : throw question.Wrong("an answer is sections, or: nothing")
            : question["answer"].Members.ToImmutableSortedDictionary(section => section.Key, section => Lines(section.Value), StringComparer.Ordinal);
        return new(question.Place, question["ask"].Text, question.Find("options") is { } options ? JsonSerializer.Serialize(options.Value) : null,
            question.Find("at") is { } at ? EdgeText.Instant(at, at.Text) : Noon, answer);
    }

    /// <summary>A section is a list of lines, a mapping of <c>name: what</c>, or one line.</summary>
    private static ImmutableArray<string> Lines(YamlItem section) =>
        section.IsText ? [section.Text]
        : section.IsList ? [.. section.Items.Select(item => item.Text)]
        : [.. section.Members.Select(member => $"{member.Key}: {member.Value.Text}")];
}
