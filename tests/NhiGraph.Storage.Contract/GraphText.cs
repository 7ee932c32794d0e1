using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Storage.Contract;

/// <summary>A graph as sorted lines, to be compared as a whole.</summary>
public static class GraphText
{
    public static string[] Of(AccessGraph graph) =>
    [
        .. Enumerable.Range(0, graph.NodeCount).Select(node => Line(graph.KeyOf(node), ColumnsOf(graph, node))).Order(StringComparer.Ordinal),
        .. EdgesOf(graph),
    ];

    public static string[] Of(IEnumerable<GraphNode> nodes, IEnumerable<GraphEdge> edges) =>
    [
        .. nodes.Select(node => Line(node.Key, NodeColumns.Of(node))).Order(StringComparer.Ordinal),
        .. edges.Select(edge => $"{edge.Kind.Text()} {edge.From} {edge.To} {edge.Key.Qualifier}|{edge.Certainty} {edge.Validity.From} {edge.Validity.Until} {edge.Validity.Disabled} {edge.Assumptions.Length > 0}").Order(StringComparer.Ordinal),
    ];

    public static string[] EdgesOf(AccessGraph graph) => [.. Enumerable.Range(0, graph.EdgeCount).Select(id =>
    {
        AccessEdge edge = graph.EdgeAt(id);
        EdgeKey key = graph.EdgeKeyOf(id);
        Validity validity = graph.ValidityOf(id);
        return $"{key.Kind.Text()} {key.From} {key.To} {key.Qualifier}|{edge.Certainty} {validity.From} {validity.Until} {validity.Disabled} {edge.Assumed}";
    }).Order(StringComparer.Ordinal)];

    private static string Line(string key, NodeColumns columns) => $"{key} {columns}";

    private static NodeColumns ColumnsOf(AccessGraph graph, int node) => new(graph.KindsOf(node))
    {
        Sensitivity = graph.SensitivityOf(node),
        Traits = graph.TraitsOf(node),
        ResourceType = graph.ResourceTypeOf(node),
        Capability = graph.HasCapability(node) ? graph.CapabilityOf(node) : null,
        Scope = graph.ScopeOf(node),
        Environment = graph.EnvironmentOf(node),
        Facts = graph.FactsOf(node),
        Dates = new()
        {
            Created = graph.DateOf(node, NodeDate.Created),
            Rotated = graph.DateOf(node, NodeDate.Rotated),
            Expires = graph.DateOf(node, NodeDate.Expires),
            Used = graph.DateOf(node, NodeDate.Used),
            Ended = graph.DateOf(node, NodeDate.Ended),
        },
    };
}
