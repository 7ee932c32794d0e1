using System.Collections.Immutable;
using NhiGraph.Loaders.Sample;
using NhiGraph.Scenarios.Reading;
using YamlDotNet.RepresentationModel;

namespace NhiGraph.Scenarios.Planted;

/// <summary>What somebody checked by hand: the sample's <c>planted.yaml</c>.</summary>
/// <param name="Orphans">A line a chain.</param>
/// <param name="Toxic">A line a combination.</param>
/// <param name="NoOrphans">Identities of which no chain may be found in any state.</param>
/// <param name="Owned">Identities of which nothing may be known to be wrong.</param>
/// <param name="Separate">Rules with identities that only together hold all parts.</param>
internal sealed record PlantedTruth(
    ImmutableArray<string> Orphans, ImmutableArray<string> Toxic, ImmutableArray<string> NoOrphans, ImmutableArray<string> Owned, ImmutableArray<(string Rule, ImmutableArray<string> Identities)> Separate)
{
    private const string File = "planted.yaml";

    internal static PlantedTruth Read()
    {
        using Stream file = typeof(SampleEstate).Assembly.GetManifestResourceStream("sample/" + File)!;
        var yaml = new YamlStream();
        yaml.Load(new StreamReader(file));
        var root = new YamlItem(File, yaml.Documents.Single().RootNode);
        root.Only("orphanChains", "toxicCombinations", "noOrphans", "owned", "separate");
        return new(
            [.. root["orphanChains"].Items.Select(OrphanOf)],
            [.. root["toxicCombinations"].Items.Select(ToxicOf)],
            [.. root["noOrphans"].Items.Select(IdentityOf)],
            [.. root["owned"].Items.Select(IdentityOf)],
            [.. root["separate"].Items.Select(item => (item["rule"].Text, item["identities"].Items.Select(identity => identity.Text).ToImmutableArray()))]);
    }

    /// <summary>Reasons as a set: in the order of their names.</summary>
    internal static string OrphanLine(string? consumer, string? credential, string? identity, IEnumerable<string> reasons) =>
        $"{consumer ?? "(none)"} > {credential ?? "(none)"} > {identity ?? "(none)"}: {string.Join(' ', reasons.Order(StringComparer.Ordinal))}";

    internal static string ToxicLine(string rule, string actor, IEnumerable<string> controls, string? exception) =>
        $"{rule} by {actor}: {string.Join(' ', controls.Order(StringComparer.Ordinal))}{(exception is null ? "" : $", the exception {exception}")}";

    private static string OrphanOf(YamlItem item)
    {
        item.Only("identity", "credential", "consumer", "reasons", "why");
        Explained(item);
        return OrphanLine(item.Find("consumer")?.Text, item.Find("credential")?.Text, item["identity"].Text, item["reasons"].Items.Select(reason => reason.Text));
    }

    private static string ToxicOf(YamlItem item)
    {
        item.Only("rule", "actor", "controls", "exception", "why");
        Explained(item);
        return ToxicLine(item["rule"].Text, item["actor"].Text, item["controls"].Items.Select(control => control.Text), item.Find("exception")?.Text);
    }

    private static string IdentityOf(YamlItem item)
    {
        item.Only("identity", "why");
        Explained(item);
        return item["identity"].Text;
    }

    private static void Explained(YamlItem item) => Assert.True(item["why"].Text.Length > 20, $"{item.Place} says nothing of why.");
}
