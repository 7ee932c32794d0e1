using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Rules;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Scenarios.Reading;

/// <summary>One small estate and what is asked of it.</summary>
internal sealed record Scenario(string File, string Name, ImmutableArray<GraphNode> Nodes, ImmutableArray<GraphEdge> Edges, ImmutableArray<ScenarioQuestion> Questions)
{
    /// <summary>How much of which dataset was read, in every scope of the estate; empty where the scenario is silent of it.</summary>
    internal ImmutableSortedDictionary<string, DatasetState> Read { get; init; } = ImmutableSortedDictionary<string, DatasetState>.Empty;

    /// <summary>Of toxic combinations: those that are shipped, with the scenario's exceptions.</summary>
    internal RuleBook Rules { get; init; } = RuleBook.Shipped;

    internal IEnumerable<string> Scopes => Nodes.Select(node => node[PropertyNames.Scope]).OfType<string>().Distinct();
}
