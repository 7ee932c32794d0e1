using System.Globalization;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NhiGraph.Scenarios.Reading;

/// <summary>A node of a YAML file that knows where it stands.</summary>
internal sealed class YamlItem(string file, YamlNode node)
{
    internal string File { get; } = file;

    internal string Place => $"{File}:{node.Start.Line}";

    internal bool IsText => node is YamlScalarNode;

    internal bool IsList => node is YamlSequenceNode;

    internal string Text => node is YamlScalarNode { Value: { } value } ? value : throw Wrong("expected a text");

    internal IEnumerable<YamlItem> Items => node is YamlSequenceNode list ? list.Select(item => new YamlItem(File, item)) : throw Wrong("expected a list");

    internal IEnumerable<(string Key, YamlItem Value)> Members =>
        node is YamlMappingNode map ? map.Select(pair => (((YamlScalarNode)pair.Key).Value!, new YamlItem(File, pair.Value))) : throw Wrong("expected a mapping");

    /// <summary>As JSON has it; what is quoted is a text.</summary>
    internal object? Value => node switch
    {
        YamlMappingNode => Members.ToDictionary(member => member.Key, member => member.Value.Value),
        YamlSequenceNode => Items.Select(item => item.Value).ToList(),
        _ when ((YamlScalarNode)node).Style != ScalarStyle.Plain => Text,
        _ => Text is "true" or "false" ? Text == "true" : int.TryParse(Text, CultureInfo.InvariantCulture, out int number) ? number : Text,
    };

    internal YamlItem this[string key] => Find(key) ?? throw Wrong($"{key} is missing");

    internal YamlItem? Find(string key) => Members.FirstOrDefault(member => member.Key == key).Value;

    /// <summary>The item as a file of its own.</summary>
    internal byte[] Yaml()
    {
        using var text = new StringWriter();
        new YamlStream(new YamlDocument(node)).Save(text, assignAnchors: false);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <exception cref="ScenarioException">There is a member of another name: a misspelt one would say nothing.</exception>
    internal void Only(params string[] names)
    {
        foreach ((string key, YamlItem value) in Members)
        {
            if (!names.Contains(key))
            {
                throw value.Wrong($"{key} is none of {string.Join(", ", names)}");
            }
        }
    }

    internal ScenarioException Wrong(string what) => new($"{Place}: {what}.");
}
