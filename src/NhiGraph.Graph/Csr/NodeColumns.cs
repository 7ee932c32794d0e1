using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Csr;

/// <summary>What the graph keeps of a node in memory; its other properties stay in the store.</summary>
public readonly record struct NodeColumns(NodeKinds Kinds)
{
    public Sensitivity Sensitivity { get; init; }

    public ResourceTraits Traits { get; init; }

    public ResourceType ResourceType { get; init; }

    /// <summary>Of an entitlement; null for all else.</summary>
    public Capability? Capability { get; init; }

    public string? Scope { get; init; }

    public string? Environment { get; init; }

    public NodeFacts Facts { get; init; }

    public NodeDates Dates { get; init; }

    /// <summary>The columns of a node from its properties; <c>container=true</c> makes a resource of any type a container.</summary>
    public static NodeColumns Of(GraphNode node)
    {
        var builder = new NodeColumnsBuilder();
        builder.Begin(node.Kinds);
        foreach ((string name, string value) in node.Properties)
        {
            builder.Set(name, value);
        }

        return builder.End();
    }
}
