using NhiGraph.Graph.Model;
using NhiGraph.Storage.Contract;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Storage.Tests.Facts;

/// <summary>Nodes and edges are made of all that is said of them, in whatever order it comes.</summary>
public sealed class MergeTests
{
    private static readonly Assertion[] Said =
    [
        Some.Assertion(Some.Node("k", "listed", NodeKinds.Identity, ("a", "listed")), Some.Fact("2"), weight: 2),
        Some.Assertion(Some.Node("k", "also listed", NodeKinds.Consumer, ("a", "x"), ("b", "also listed")), Some.Fact("3"), weight: 2),
        Some.Assertion(Some.Node("k", "mentioned", NodeKinds.Resource, ("a", "y"), ("b", "y"), ("c", "mentioned")), Some.Fact("1"), weight: 1),
    ];

    [Fact]
    public void Merge_AssertionsInAnyOrder_MakesOneNode()
    {
        GraphNode expected = Some.Node("k", "listed", NodeKinds.Identity | NodeKinds.Consumer | NodeKinds.Resource, ("a", "listed"), ("b", "also listed"), ("c", "mentioned"));
        foreach (int[] order in (int[][])[[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
        {
            Assert.Equal(expected, NodeMerge.Merge(order.Select(at => Said[at])));
        }
    }

    [Fact]
    public void Merge_NothingOrTwoNodes_IsTheCallersBug()
    {
        Assert.Throws<ArgumentException>(() => NodeMerge.Merge([]));
        Assert.Throws<ArgumentException>(() => NodeMerge.Merge([Said[0], Some.Assertion(Some.Node("other"), Some.Fact("1"))]));
        Assert.Throws<ArgumentException>(() => EdgeMerge.Merge([]));
        Assert.Throws<ArgumentException>(() => EdgeMerge.Merge([Some.Derived(Some.Edge("a", "b")), Some.Derived(Some.Edge("a", "c"))]));
    }

    [Fact]
    public void Merge_StatementsOfOneEdge_KeepsTheStrongestAndAllAlternatives()
    {
        DerivedEdge weak = Some.Derived(Some.Edge("a", "b", certainty: Certainty.Declared), "s1", "weak");
        DerivedEdge strong = Some.Derived(Some.Edge("a", "b"), "s3", "strong");
        DerivedEdge assumed = Some.Derived(Some.Edge("a", "b") with { Assumptions = ["A"] }, "s2", "assumed");

        foreach (DerivedEdge[] order in (DerivedEdge[][])[[weak, strong, assumed], [assumed, weak, strong], [strong, assumed, weak]])
        {
            DerivedEdge merged = EdgeMerge.Merge(order);
            Assert.Equal(strong.Edge, merged.Edge);
            Assert.Equal(["strong", "assumed", "weak"], merged.Alternatives.Select(supports => supports[0].Statement));
        }
    }
}
