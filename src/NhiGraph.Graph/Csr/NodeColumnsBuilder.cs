using System.Collections.Frozen;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Csr;

/// <summary>Makes columns of properties, one node after another; the one place that says which properties a graph keeps and how. Shares equal texts. Not safe for concurrent use.</summary>
public sealed class NodeColumnsBuilder
{
    private const string True = "true";

    private delegate void Setting(NodeColumnsBuilder builder, ReadOnlySpan<char> value);

    private static readonly FrozenDictionary<string, Setting> Settings = new Dictionary<string, Setting>
    {
        [PropertyNames.Sensitivity] = (builder, value) => builder.columns = builder.columns with { Sensitivity = Read<Sensitivity>(value) },
        [PropertyNames.ResourceType] = (builder, value) => builder.columns = builder.columns with { ResourceType = Read<ResourceType>(value) },
        [PropertyNames.Container] = (builder, value) => builder.container = value is True,
        [PropertyNames.Capability] = (builder, value) => builder.columns = builder.columns with { Capability = VocabularyText.TryParse(value, out Capability capability) ? capability : null },
        [PropertyNames.Scope] = (builder, value) => builder.columns = builder.columns with { Scope = builder.Shared(value) },
        [PropertyNames.Environment] = (builder, value) => builder.columns = builder.columns with { Environment = builder.Shared(value) },
        [PropertyNames.IdentityType] = (builder, value) => builder.facts = builder.facts with { IdentityType = Read<IdentityType>(value) },
        [PropertyNames.CredentialType] = (builder, value) => builder.facts = builder.facts with { CredentialType = Read<CredentialType>(value) },
        [PropertyNames.ConsumerType] = (builder, value) => builder.facts = builder.facts with { ConsumerType = Read<ConsumerType>(value) },
        [PropertyNames.Posture] = (builder, value) => builder.facts = builder.facts with { Posture = Read<Posture>(value) },
        [PropertyNames.Nature] = (builder, value) => builder.facts = builder.facts with { Nature = Read<IdentityNature>(value) },
        [PropertyNames.Status] = (builder, value) => builder.SetStatus(value),
        [PropertyNames.Enabled] = (builder, value) => builder.facts = builder.facts with { Enabled = value is True ? true : value is "false" ? false : null },
        [PropertyNames.Potential] = (builder, value) => builder.facts = builder.facts with { Potential = value is True },
        [PropertyNames.Known] = (builder, value) => builder.facts = builder.facts with { Unlisted = value is "false" },
        [PropertyNames.ProviderOwned] = (builder, value) => builder.facts = builder.facts with { ProviderOwned = value is True },
        [PropertyNames.Purpose] = (builder, value) => builder.facts = builder.facts with { HasPurpose = !value.IsWhiteSpace() },
        [PropertyNames.Owner] = (builder, value) => builder.facts = builder.facts with { NamesOwner = true },
        [PropertyNames.Team] = (builder, value) => builder.facts = builder.facts with { NamesOwner = true },
        [PropertyNames.CreatedAt] = (builder, value) => builder.dates = builder.dates with { Created = Date(value) },
        [PropertyNames.LastRotatedAt] = (builder, value) => builder.dates = builder.dates with { Rotated = Date(value) },
        [PropertyNames.ExpiresAt] = (builder, value) => builder.dates = builder.dates with { Expires = Date(value) },
        [PropertyNames.LastUsedAt] = (builder, value) => builder.SetUsed(value),
        [PropertyNames.LastRunAt] = (builder, value) => builder.SetUsed(value),
        [PropertyNames.DepartedAt] = (builder, value) => builder.SetEnded(value, NodeKinds.Human),
        [PropertyNames.RetiredAt] = (builder, value) => builder.SetEnded(value, NodeKinds.Application),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names of the properties that a graph keeps.</summary>
    public static IEnumerable<string> Properties => Settings.Keys;

    private readonly HashSet<string> texts = new(StringComparer.Ordinal);
    private NodeColumns columns;
    private NodeFacts facts;
    private NodeDates dates;
    private bool container;

    public void Begin(NodeKinds kinds)
    {
        columns = new NodeColumns(kinds);
        facts = default;
        dates = default;
        container = false;
    }

    /// <summary>A property of the node begun; one that the graph does not keep is passed over.</summary>
    public void Set(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (Settings.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out Setting? setting))
        {
            setting(this, value);
        }
    }

    public NodeColumns End() => columns with
    {
        Traits = container ? ResourceTraits.Container : Vocabulary.TraitsOf(columns.ResourceType),
        Facts = facts,
        Dates = dates,
    };

    private void SetStatus(ReadOnlySpan<char> value) => facts = (columns.Kinds & NodeKinds.Human) != 0
        ? facts with { HumanStatus = Read<HumanStatus>(value) }
        : (columns.Kinds & NodeKinds.Application) != 0 ? facts with { ApplicationStatus = Read<ApplicationStatus>(value) } : facts;

    private void SetUsed(ReadOnlySpan<char> value) =>
        dates = Date(value) is { } at && (dates.Used is not { } before || at > before) ? dates with { Used = at } : dates;

    private void SetEnded(ReadOnlySpan<char> value, NodeKinds kind) => dates = (columns.Kinds & kind) != 0 ? dates with { Ended = Date(value) } : dates;

    private static TEnum Read<TEnum>(ReadOnlySpan<char> value) where TEnum : struct, Enum => VocabularyText.TryParse(value, out TEnum read) ? read : default;

    private static long? Date(ReadOnlySpan<char> value) => Instants.TryParse(value, out long seconds) ? seconds : null;

    private string Shared(ReadOnlySpan<char> value)
    {
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> known = texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(value, out string? text))
        {
            text = value.ToString();
            texts.Add(text);
        }

        return text;
    }
}
