using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Storage.Contract;

/// <summary>A graph as sorted lines, to be compared as a whole.</summary>
public static class GraphText
{
    public static string[] Of(AccessGraph graph) =>
    [
        .. Enumerable.Range(0, graph.NodeCount).Select(node => $"{graph.KeyOf(node)} {graph.KindsOf(node)} {graph.ScopeOf(node)} {graph.EnvironmentOf(node)} {graph.SensitivityOf(node)}").Order(StringComparer.Ordinal),
        .. EdgesOf(graph),
    ];

    public static string[] Of(IEnumerable<GraphNode> nodes, IEnumerable<GraphEdge> edges) =>
    [
        .. nodes.Select(node => $"{node.Key} {node.Kinds} {node[PropertyNames.Scope]} {node[PropertyNames.Environment]} {VocabularyText.ParseOrDefault<Sensitivity>(node[PropertyNames.Sensitivity])}").Order(StringComparer.Ordinal),
        .. edges.Select(edge => $"{edge.Kind.Text()} {edge.From} {edge.To} {edge.Key.Qualifier}|{edge.Certainty} {edge.Validity.From} {edge.Validity.Until} {edge.Validity.Disabled} {edge.Assumptions.Length > 0}").Order(StringComparer.Ordinal),
    ];

    public static string[] EdgesOf(AccessGraph graph) => [.. Enumerable.Range(0, graph.EdgeCount).Select(id =>
    {
        AccessEdge edge = graph.EdgeAt(id);
        EdgeKey key = graph.EdgeKeyOf(id);
        Validity validity = graph.ValidityOf(id);
        return $"{key.Kind.Text()} {key.From} {key.To} {key.Qualifier}|{edge.Certainty} {validity.From} {validity.Until} {validity.Disabled} {edge.Assumed}";
    }).Order(StringComparer.Ordinal)];
}
