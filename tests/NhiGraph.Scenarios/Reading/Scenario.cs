using System.Collections.Immutable;
using NhiGraph.Graph.Model;

namespace NhiGraph.Scenarios.Reading;

/// <summary>One small estate and what is asked of it.</summary>
internal sealed record Scenario(string File, string Name, ImmutableArray<GraphNode> Nodes, ImmutableArray<GraphEdge> Edges, ImmutableArray<ScenarioQuestion> Questions);
