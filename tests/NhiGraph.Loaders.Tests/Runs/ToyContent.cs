using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Runs;

/// <summary>Collects what the toy provider makes for one owner.</summary>
internal sealed class ToyContent(string owner)
{
    private readonly List<Assertion> assertions = [];
    private readonly List<DerivedEdge> edges = [];
    private readonly List<JoinTerm> terms = [];

    internal void Say(Fact fact, string node, NodeKinds kinds, int weight, params (string Name, string Value)[] properties) => Say(fact.Id, node, kinds, weight, properties);

    internal void Say(FactKey fact, string node, NodeKinds kinds, int weight, params (string Name, string Value)[] properties) =>
        assertions.Add(new(new GraphNode(node, kinds, node, GraphNode.NoProperties.AddRange(properties.Select(p => KeyValuePair.Create(p.Name, p.Value)))), fact, owner, weight));

    internal void Edge(Fact fact, GraphEdge edge) => Edge(new Support(fact.Id, null, "it says so", null), edge);

    internal void Edge(Support support, GraphEdge edge) => edges.Add(new(edge, owner, [[support]]));

    internal void Term(JoinSide side, string key, string content) => terms.Add(new(owner, side, key, JsonSerializer.Serialize(content)));

    internal DerivedScope Scope() => new(owner, [.. assertions], [.. edges], [.. terms.Distinct()], []);
}
