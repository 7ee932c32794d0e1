using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Tests.Estates;

namespace NhiGraph.Graph.Tests.Csr;

public sealed class AccessGraphTests
{
    [Fact]
    public void Build_AnyOrder_HoldsEveryNodeAndEdgeInKeyOrder()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            RandomEstate estate = RandomEstate.Make(seed);
            AccessGraph graph = estate.Build();
            string[] keys = [.. estate.Nodes.Select(node => node.Key).Order(StringComparer.Ordinal)];
            Assert.Equal(keys, Enumerable.Range(0, graph.NodeCount).Select(graph.KeyOf));
            Assert.All(keys, (key, place) => Assert.True(graph.TryFind(key, out int node) && node == place));
            foreach (Func<EdgeKind, bool> use in new Func<EdgeKind, bool>[] { kind => kind < EdgeKind.On, kind => kind == EdgeKind.On, kind => kind > EdgeKind.On })
            {
                EdgeKey[] expected = [.. estate.Edges.Where(edge => use(edge.Kind)).Select(edge => edge.Key).Order()];
                Assert.Equal(expected, Enumerable.Range(0, graph.EdgeCount).Where(edge => use(graph.EdgeAt(edge).Kind)).Select(graph.EdgeKeyOf));
            }
        }
    }

    [Fact]
    public void Edges_OfEveryNode_AreTheSameBothWaysAndKeepTheirDetails()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            RandomEstate estate = RandomEstate.Make(seed);
            AccessGraph graph = estate.Build();
            Dictionary<EdgeKey, GraphEdge> byKey = estate.Edges.ToDictionary(edge => edge.Key);
            AccessEdge[] leaving = [.. Nodes(graph).SelectMany(node => graph.Out(node).Concat(graph.Targets(node)).Concat(graph.EvidenceOut(node)))];
            AccessEdge[] entering = [.. Nodes(graph).SelectMany(node => graph.In(node).Concat(graph.TargetedBy(node)).Concat(graph.EvidenceIn(node)))];
            Assert.Equal(leaving.OrderBy(edge => edge.Id), entering.OrderBy(edge => edge.Id));
            Assert.Equal(estate.Edges.Count, leaving.Length);
            foreach (AccessEdge edge in leaving)
            {
                GraphEdge expected = byKey[graph.EdgeKeyOf(edge.Id)];
                Assert.Equal(edge, graph.EdgeAt(edge.Id));
                Assert.Equal((expected.Certainty, expected.Validity, expected.Technique, !expected.Assumptions.IsEmpty), (edge.Certainty, graph.ValidityOf(edge.Id), graph.TechniqueOf(edge.Id), edge.Assumed));
                Assert.Equal(expected.Conditions, graph.ConditionsOf(edge.Id));
                Assert.Equal(expected.Assumptions, graph.AssumptionsOf(edge.Id));
                Assert.Equal(expected.On, graph.OnOf(edge.Id));
            }
        }
    }

    [Fact]
    public void Build_EdgeNamesAnUnknownNode_IsRefusedByName()
    {
        var builder = new AccessGraphBuilder();
        builder.Add(new GraphNode("a", NodeKinds.Identity, "a", GraphNode.NoProperties));
        builder.Add(new GraphEdge(EdgeKind.CanAssume, "a", "b", Certainty.Proved));

        Assert.Contains("'b'", Assert.Throws<ArgumentException>(() => builder.Build("1")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_TwoNodesWithOneKey_IsRefusedByName()
    {
        var builder = new AccessGraphBuilder();
        builder.Add(new GraphNode("a", NodeKinds.Identity, "a", GraphNode.NoProperties));
        builder.Add(new GraphNode("a", NodeKinds.Group, "a", GraphNode.NoProperties));

        Assert.Contains("'a'", Assert.Throws<ArgumentException>(() => builder.Build("1")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_KeysOfEveryPlane_AreInOrdinalOrder()
    {
        string[] keys = ["", "a", "A", "é", "z\u0000", "日本", "\uE000", "\uFFFD", "😀", "😀x", "\uD7FF", "\U0010FFFF", "a/b", "a-b"];
        var builder = new AccessGraphBuilder();
        foreach (string key in keys)
        {
            builder.Add(new GraphNode(key, NodeKinds.Identity, key, GraphNode.NoProperties));
        }

        AccessGraph graph = builder.Build("1");

        Assert.Equal(keys.Order(StringComparer.Ordinal), Nodes(graph).Select(graph.KeyOf));
        Assert.All(keys, key => Assert.True(graph.TryFind(key, out int node) && graph.KeyOf(node) == key));
        Assert.False(graph.TryFind("b", out _));
        Assert.False(graph.TryFind("\uD83D", out _));
        Assert.Throws<System.Text.EncoderFallbackException>(() => builder.Add(new GraphNode("\uD83D", NodeKinds.Identity, "half", GraphNode.NoProperties)));
    }

    private static IEnumerable<int> Nodes(AccessGraph graph) => Enumerable.Range(0, graph.NodeCount);
}
