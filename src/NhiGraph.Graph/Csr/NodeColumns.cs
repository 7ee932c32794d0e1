using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Csr;

/// <summary>What the graph keeps of a node in memory; its other properties stay in the store.</summary>
public readonly record struct NodeColumns(NodeKinds Kinds)
{
    public Sensitivity Sensitivity { get; init; }

    public ResourceTraits Traits { get; init; }

    /// <summary>Of an entitlement; null for all else.</summary>
    public Capability? Capability { get; init; }

    public string? Scope { get; init; }

    public string? Environment { get; init; }

    /// <summary>The columns of a node from its properties; <c>container=true</c> makes a resource of any type a container.</summary>
    public static NodeColumns Of(GraphNode node) => new(node.Kinds)
    {
        Sensitivity = VocabularyText.ParseOrDefault<Sensitivity>(node[PropertyNames.Sensitivity]),
        Traits = node[PropertyNames.Container] == "true"
            ? ResourceTraits.Container
            : Vocabulary.TraitsOf(VocabularyText.ParseOrDefault<ResourceType>(node[PropertyNames.ResourceType])),
        Capability = VocabularyText.TryParse(node[PropertyNames.Capability], out Capability capability) ? capability : null,
        Scope = node[PropertyNames.Scope],
        Environment = node[PropertyNames.Environment],
    };
}
