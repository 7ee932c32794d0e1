using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Scenarios.Reading;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Scenarios.Weakening;

/// <summary>A rule as it would judge without one of its conditions: the same estate, without what the condition reads. <c>weakenings.tsv</c> says what each means.</summary>
/// <param name="Of">The reason of an orphan chain, or the link of a chain of trust.</param>
internal sealed record Weakening(string Of, string How, string What)
{
    private const string Over = "2000-01-01T00:00:00Z";

    internal static ImmutableArray<Weakening> All { get; } = [.. Read()];

    public override string ToString() => $"{Of}: {How} {What}";

    internal Scenario Applied(Scenario to) => (How, VocabularyText.TryParse(What, out EdgeKind kind)) switch
    {
        ("forget", true) => to with { Edges = to.Edges.RemoveAll(edge => edge.Kind == kind) },
        ("forget", false) => Nodes(to, node => node.Remove(What)),
        ("undated", _) => Nodes(to, node => node.ContainsKey(What) ? node.SetItem(What, Over) : node),
        ("timeless", true) => Edges(to, kind, edge => edge with { Validity = Validity.Always }),
        ("roles", true) => Edges(to, kind, edge => edge with { Properties = edge.Properties.Remove(PropertyNames.Role) }),
        ("excepts", true) => Edges(to, kind, edge => edge with { On = edge.On! with { Effect = OnEffect.Allow } }),
        ("one", true) => to with { Edges = to.Edges.RemoveAll(edge => edge.Kind == kind && IsActive(to, edge.To) && to.Edges.Any(other => other.Kind == kind && other.From == edge.From && !IsActive(to, other.To))) },
        ("believe", _) => to.Read.IsEmpty ? to : to with { Read = to.Read.SetItem(What, DatasetState.Complete) },
        _ => throw new ArgumentException($"{this} is no weakening."),
    };

    private static bool IsActive(Scenario scenario, string application) => scenario.Nodes.Single(node => node.Key == application)[PropertyNames.Status] == ApplicationStatus.Active.Text();

    private static Scenario Nodes(Scenario scenario, Func<ImmutableSortedDictionary<string, string>, ImmutableSortedDictionary<string, string>> change) =>
        scenario with { Nodes = [.. scenario.Nodes.Select(node => node with { Properties = change(node.Properties) })] };

    private static Scenario Edges(Scenario scenario, EdgeKind kind, Func<GraphEdge, GraphEdge> change) =>
        scenario with { Edges = [.. scenario.Edges.Select(edge => edge.Kind == kind ? change(edge) : edge)] };

    private static IEnumerable<Weakening> Read()
    {
        using Stream file = typeof(Weakening).Assembly.GetManifestResourceStream("weakenings")!;
        using var reader = new StreamReader(file);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => line.Split('\t')).Select(parts => new Weakening(parts[0], parts[1], parts[2]))];
    }
}
