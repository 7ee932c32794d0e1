using NhiGraph.Graph.Model;
using Xunit;

namespace NhiGraph.Storage.Contract;

/// <summary>Edges that have between them everything an edge can have.</summary>
public static class SampleEdges
{
    public static TheoryData<GraphEdge> All { get; } = new()
    {
        Some.Edge("a", "b"),
        Some.Edge("a", "b", EdgeKind.Yields, Certainty.Conditional) with { Technique = "lambda-001" },
        Some.Edge("a", "b", EdgeKind.On) with { On = OnTarget.Part(OnEffect.Except, "b/*", "a/*") },
        Some.Edge("a", "b", EdgeKind.On) with { On = OnTarget.AllowSubtree },
        Some.Edge("a", "b", EdgeKind.Authenticates) with { Validity = new Validity(long.MinValue, 1_800_000_000) },
        Some.Edge("a", "b", EdgeKind.Authenticates) with { Validity = new Validity(0, long.MaxValue) },
        Some.Edge("a", "b", EdgeKind.Authenticates) with { Validity = Validity.Never },
        Some.Edge("a", "b", EdgeKind.Authenticates) with { Validity = new Validity(-5, 5, Disabled: true) },
        Some.Edge("a", "b", EdgeKind.Owns) with { Properties = GraphNode.NoProperties.Add(PropertyNames.Role, "technical").Add(PropertyNames.Since, "2026-01-01T00:00:00Z") },
        Some.Edge("a", "b", EdgeKind.CanAssume, Certainty.Declared) with
        {
            Conditions = [new Condition("aws:SourceIp", "IpAddress", ["10.0.0.0/8", "192.168.0.0/16"], "Only from 10.0.0.0/8."), new Condition("k", "Bool", [], "")],
            Assumptions = ["AWS_RCP_NOT_READ", "AWS_SCP_NOT_READ"],
        },
    };
}
