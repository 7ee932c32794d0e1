using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Drafts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>Tags as properties.</summary>
internal sealed class TagReader(AwsTagNames names)
{
    /// <summary>The properties that the tags of a record tell. A data classification that is none of the known words says nothing of sensitivity and stays as <c>dataClassification</c>.</summary>
    internal ImmutableArray<(string Name, string? Value)> Properties(JsonElement content)
    {
        var tags = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonElement tag in content.List("Tags"))
        {
            if (tag.Text("Key") is { } key && tag.Text("Value") is { Length: > 0 } value)
            {
                tags.TryAdd(key, value);
            }
        }

        string? classification = Find(tags, names.DataClassification);
        Sensitivity sensitivity = VocabularyText.ParseOrDefault<Sensitivity>(classification?.Trim().ToUpperInvariant());
        return
        [
            (PropertyNames.Owner, Find(tags, names.Owner)),
            (PropertyNames.Team, Find(tags, names.Team)),
            (PropertyNames.Application, Find(tags, names.Application)),
            (PropertyNames.Environment, Find(tags, names.Environment)),
            (PropertyNames.Purpose, Find(tags, names.Purpose)),
            (PropertyNames.Sensitivity, sensitivity == Sensitivity.Unknown ? null : sensitivity.Text()),
            ("dataClassification", sensitivity == Sensitivity.Unknown ? classification : null),
        ];
    }

    private static string? Find(SortedDictionary<string, string> tags, IReadOnlyList<string> wanted)
    {
        foreach (string name in wanted)
        {
            foreach ((string key, string value) in tags)
            {
                if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return value;
                }
            }
        }

        return null;
    }
}
