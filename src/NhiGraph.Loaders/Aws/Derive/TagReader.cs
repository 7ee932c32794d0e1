using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Joins;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>Tags as properties.</summary>
internal sealed class TagReader(AwsTagNames names)
{
    /// <summary>The properties that the tags of a record tell. A data classification that is none of the known words says nothing of sensitivity and stays as <c>dataClassification</c>; an end that is no date stays as <c>expires</c>.</summary>
    internal ImmutableArray<(string Name, string? Value)> Properties(JsonElement content)
    {
        SortedDictionary<string, string> tags = All(content);
        string? classification = Find(tags, names.DataClassification)?.Value;
        Sensitivity sensitivity = VocabularyText.ParseOrDefault<Sensitivity>(classification?.Trim().ToUpperInvariant());
        string? end = Find(tags, names.Expires)?.Value;
        string? endDate = end is null ? null : IsoDate.Of(end.Trim());
        return
        [
            (PropertyNames.Owner, (Find(tags, names.Owner) ?? Find(tags, names.TechnicalOwner) ?? Find(tags, names.BusinessOwner))?.Value),
            (PropertyNames.Team, Find(tags, names.Team)?.Value),
            (PropertyNames.Application, Find(tags, names.Application)?.Value),
            (PropertyNames.Environment, Find(tags, names.Environment)?.Value),
            (PropertyNames.Purpose, Find(tags, names.Purpose)?.Value),
            (PropertyNames.Sensitivity, sensitivity == Sensitivity.Unknown ? null : sensitivity.Text()),
            ("dataClassification", sensitivity == Sensitivity.Unknown ? classification : null),
            (PropertyNames.Criticality, Find(tags, names.Criticality)?.Value),
            (PropertyNames.ExpiresAt, endDate),
            ("expires", endDate is null ? end : null),
        ];
    }

    /// <summary>The owners that the tags of a record name, each with what it answers for.</summary>
    internal IEnumerable<OwnerTag> Owners(JsonElement content)
    {
        SortedDictionary<string, string> tags = All(content);
        foreach ((IReadOnlyList<string> wanted, OwnershipRole role, bool team) in ((IReadOnlyList<string>, OwnershipRole, bool)[])
            [(names.Owner, OwnershipRole.Unknown, false), (names.BusinessOwner, OwnershipRole.Business, false), (names.TechnicalOwner, OwnershipRole.Technical, false), (names.Escalation, OwnershipRole.Escalation, false), (names.Team, OwnershipRole.Unknown, true)])
        {
            if (Find(tags, wanted) is var (tag, value))
            {
                yield return new(tag, value, role, team);
            }
        }
    }

    internal (string Tag, string Value)? Application(JsonElement content) => Find(All(content), names.Application);

    /// <summary>The person that a user's tags name, by number or by address.</summary>
    internal (string Tag, string Value, bool IsMail)? Person(JsonElement content)
    {
        SortedDictionary<string, string> tags = All(content);
        return Find(tags, names.EmployeeId) is var (number, id) ? (number, id, false) : Find(tags, names.Email) is var (mail, address) ? (mail, address, true) : null;
    }

    /// <summary>Whom a user may be, the surest first. A tag is surer than a name: anybody may be called like a service.</summary>
    internal ImmutableArray<string> PersonKeys(JsonElement content, string name) =>
        Person(content) is var (_, value, isMail) ? [isMail ? PartyKeys.Mail(value) : PartyKeys.Employee(value), .. PartyKeys.OfAccountName(name)] : PartyKeys.OfAccountName(name);

    /// <summary>The tags of a record as a request has them. Names have no case.</summary>
    internal static Dictionary<string, string> TagsOf(JsonElement content)
    {
        var tags = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (JsonElement tag in content.List("Tags"))
        {
            if (tag.Text("Key") is { } key)
            {
                tags[key] = tag.Text("Value") ?? "";
            }
        }

        return tags;
    }

    private static SortedDictionary<string, string> All(JsonElement content)
    {
        var tags = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonElement tag in content.List("Tags"))
        {
            if (tag.Text("Key") is { } key && tag.Text("Value") is { Length: > 0 } value)
            {
                tags.TryAdd(key, value);
            }
        }

        return tags;
    }

    private static (string Tag, string Value)? Find(SortedDictionary<string, string> tags, IReadOnlyList<string> wanted)
    {
        foreach (string name in wanted)
        {
            foreach ((string key, string value) in tags)
            {
                if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return (key, value);
                }
            }
        }

        return null;
    }
}
