using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Runs;
using YamlDotNet.RepresentationModel;

namespace NhiGraph.Loaders.Rules;

/// <summary>The members of one YAML mapping, each asked for by name; what is wrong is told with its line, and reading goes on to find what else is.</summary>
internal sealed class YamlMembers
{
    private readonly string _file;
    private readonly string _what;
    private readonly Action<Problem> _tell;
    private readonly long _line;
    private readonly Dictionary<string, YamlNode> _members = new(StringComparer.Ordinal);

    private YamlMembers(string file, string what, YamlMappingNode node, Action<Problem> tell)
    {
        _file = file;
        _what = what;
        _tell = tell;
        _line = node.Start.Line;
    }

    /// <summary>Null, and a problem told, where the node is no mapping of names.</summary>
    internal static YamlMembers? Of(string file, string what, YamlNode node, ReadOnlySpan<string> known, Action<Problem> tell)
    {
        if (node is not YamlMappingNode mapping)
        {
            tell(RuleProblems.Wrong(file, node.Start.Line, what, "members with their values"));
            return null;
        }

        var members = new YamlMembers(file, what, mapping, tell);
        foreach ((YamlNode key, YamlNode value) in mapping.Children)
        {
            if (key is YamlScalarNode { Value: { } name } && known.Contains(name))
            {
                members._members.Add(name, value);
            }
            else
            {
                tell(RuleProblems.UnknownMember(file, key.Start.Line, key.ToString(), known.ToArray()));
            }
        }

        return members;
    }

    internal long Line => _line;

    internal YamlNode? Find(string name) => _members.GetValueOrDefault(name);

    internal long LineOf(string name) => Find(name)?.Start.Line ?? _line;

    /// <summary>A text that is there and not empty.</summary>
    internal string? Text(string name)
    {
        YamlNode? node = Required(name);
        if (node is null)
        {
            return null;
        }

        if (node is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
        {
            return text.Trim();
        }

        Wrong(node, name, "a text");
        return null;
    }

    /// <summary>A word of a closed list; <c>read-data</c> is <c>READ_DATA</c>.</summary>
    internal TEnum? Word<TEnum>(string name) where TEnum : struct, Enum => Required(name) is { } node ? WordOf<TEnum>(node, name) : null;

    /// <summary>Texts in a list that is not empty; null and a problem where it is not so.</summary>
    internal ImmutableArray<YamlNode>? List(string name)
    {
        YamlNode? node = Required(name);
        if (node is YamlSequenceNode { Children.Count: > 0 } list)
        {
            return [.. list.Children];
        }

        if (node is not null)
        {
            Wrong(node, name, "a list of one or more, such as [a, b]");
        }

        return null;
    }

    /// <summary>Words of a closed list, once each.</summary>
    internal ImmutableArray<TEnum> Words<TEnum>(string name) where TEnum : struct, Enum =>
        List(name) is { } list ? [.. list.Select(node => WordOf<TEnum>(node, name)).OfType<TEnum>().Distinct()] : [];

    internal ImmutableArray<string> Texts(string name)
    {
        var texts = new List<string>();
        foreach (YamlNode node in List(name) ?? [])
        {
            if (node is YamlScalarNode { Value: { Length: > 0 } text })
            {
                texts.Add(text);
            }
            else
            {
                Wrong(node, name, "texts");
            }
        }

        return [.. texts];
    }

    internal void Wrong(YamlNode node, string name, string expected) => _tell(RuleProblems.Wrong(_file, node.Start.Line, $"{name} of {_what}", expected));

    private YamlNode? Required(string name)
    {
        YamlNode? node = Find(name);
        if (node is null)
        {
            _tell(RuleProblems.Missing(_file, _line, name, _what));
        }

        return node;
    }

    private TEnum? WordOf<TEnum>(YamlNode node, string name) where TEnum : struct, Enum
    {
        if (node is YamlScalarNode { Value: { } text } && VocabularyText.TryParse(text.ToUpperInvariant().Replace('-', '_'), out TEnum value))
        {
            return value;
        }

        Wrong(node, name, $"one of {string.Join(", ", Enum.GetValues<TEnum>().Select(one => one.Text()))}, not {node}");
        return null;
    }
}
