using System.Globalization;
using System.Text;
using NhiGraph.Loaders.Aws.Read;
using NhiGraph.Loaders.Runs;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>Which tags tell what in one organisation, from a small YAML file: <c>owner: [Owner, product-owner]</c>. What it does not name keeps the usual names.</summary>
public static class AwsTagFile
{
    private static readonly Dictionary<string, Func<AwsTagNames, IReadOnlyList<string>, AwsTagNames>> Meanings = new(StringComparer.Ordinal)
    {
        ["owner"] = (names, tags) => names with { Owner = tags },
        ["business-owner"] = (names, tags) => names with { BusinessOwner = tags },
        ["technical-owner"] = (names, tags) => names with { TechnicalOwner = tags },
        ["escalation"] = (names, tags) => names with { Escalation = tags },
        ["team"] = (names, tags) => names with { Team = tags },
        ["application"] = (names, tags) => names with { Application = tags },
        ["email"] = (names, tags) => names with { Email = tags },
        ["employee-id"] = (names, tags) => names with { EmployeeId = tags },
        ["environment"] = (names, tags) => names with { Environment = tags },
        ["purpose"] = (names, tags) => names with { Purpose = tags },
        ["data-classification"] = (names, tags) => names with { DataClassification = tags },
        ["criticality"] = (names, tags) => names with { Criticality = tags },
        ["expires"] = (names, tags) => names with { Expires = tags },
    };

    /// <exception cref="RefusedInputException">It is no YAML, or says what cannot be meant: NHI-AWS-031 with the line.</exception>
    public static AwsTagNames Read(string file, ReadOnlyMemory<byte> content)
    {
        var names = new AwsTagNames();
        foreach ((YamlNode key, YamlNode value) in Root(file, content).Children)
        {
            string meaning = Text(file, key);
            Func<AwsTagNames, IReadOnlyList<string>, AwsTagNames> set = Meanings.GetValueOrDefault(meaning) ?? throw Wrong(file, key.Start, $"one of {string.Join(", ", Meanings.Keys)}");
            string[] tags = [.. (value is YamlSequenceNode several ? several.Children : (IEnumerable<YamlNode>)[value]).Select(tag => Text(file, tag))];
            names = tags.Length > 0 ? set(names, tags) : throw Wrong(file, value.Start, "the name of a tag, or several");
        }

        return names;
    }

    private static YamlMappingNode Root(string file, ReadOnlyMemory<byte> content)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(Encoding.UTF8.GetString(content.Span)));
        }
        catch (Exception broken) when (broken is YamlException or InvalidOperationException or ArgumentException)
        {
            // The parser does not put every fault of a text into its own exception.
            throw Wrong(file, (broken as YamlException)?.Start ?? Mark.Empty, "sound YAML");
        }

        return yaml.Documents is [{ RootNode: YamlMappingNode root }] ? root : throw Wrong(file, Mark.Empty, "one YAML document such as owner: [Owner, product-owner]");
    }

    private static string Text(string file, YamlNode node) =>
        node is YamlScalarNode { Value: { Length: > 0 } text } ? text : throw Wrong(file, node.Start, "a text");

    private static RefusedInputException Wrong(string file, Mark at, string expected) =>
        new([AwsProblems.WrongTagFile(string.Create(CultureInfo.InvariantCulture, $"{file}#line={Math.Max(1, at.Line)}"), expected)]);
}
