using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Tests.Paths;

/// <summary>A graph written down by hand.</summary>
internal sealed class SmallGraph
{
    private readonly AccessGraphBuilder _builder = new();

    internal SmallGraph Nodes(NodeKinds kinds, params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
        {
            var properties = GraphNode.NoProperties;
            _builder.Add(new GraphNode(key, kinds, key, kinds == NodeKinds.Entitlement ? properties.Add(PropertyNames.Capability, "READ_DATA") : properties));
        }

        return this;
    }

    internal SmallGraph Edge(string from, EdgeKind kind, string to, Certainty certainty = Certainty.Proved, OnTarget? on = null, params Condition[] conditions)
    {
        _builder.Add(new GraphEdge(kind, from, to, certainty) { On = on, Conditions = [.. conditions] });
        return this;
    }

    internal AccessGraph Build() => _builder.Build("test");
}
