using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Estates;
using NhiGraph.Graph.Tests.Reach;

namespace NhiGraph.Graph.Tests.Csr;

public sealed class ContainmentTreeTests
{
    [Fact]
    public void Build_SecondParent_TheLeastKeyIsKeptAndTheOtherReported()
    {
        AccessGraph graph = Build("b>x", "a>x");

        Assert.Equal("a", graph.KeyOf(graph.ParentOf(Node(graph, "x"))));
        Assert.Equal([new ContainmentConflict(Node(graph, "x"), Node(graph, "b"), Node(graph, "a"), IsCycle: false)], graph.Conflicts);
    }

    [Fact]
    public void Build_Cycle_TheLeastKeyBecomesARootAndIsReported()
    {
        AccessGraph graph = Build("b>c", "c>a", "a>b", "c>d");

        Assert.Equal(-1, graph.ParentOf(Node(graph, "a")));
        Assert.Equal("a", graph.KeyOf(graph.ParentOf(Node(graph, "b"))));
        Assert.Equal([new ContainmentConflict(Node(graph, "a"), Node(graph, "c"), -1, IsCycle: true)], graph.Conflicts);
    }

    [Fact]
    public void Build_ContainsItself_IsReportedAndTheRealParentKept()
    {
        AccessGraph graph = Build("x>x", "y>x");

        Assert.Equal("y", graph.KeyOf(graph.ParentOf(Node(graph, "x"))));
        Assert.Equal([new ContainmentConflict(Node(graph, "x"), Node(graph, "x"), Node(graph, "y"), IsCycle: true)], graph.Conflicts);
    }

    [Fact]
    public void Build_RandomEstates_EveryParentIsTheTwinsAndEverySubtreeAnInterval()
    {
        for (int seed = 0; seed < 500; seed++)
        {
            RandomEstate estate = RandomEstate.Make(seed);
            AccessGraph graph = estate.Build();
            var twin = new NaiveReach(estate, new TraversalOptions(RandomEstate.Now));
            ContainmentTree tree = graph.Tree;
            for (int node = 0; node < graph.NodeCount; node++)
            {
                Assert.Equal(twin.Parents.GetValueOrDefault(graph.KeyOf(node)), graph.ParentOf(node) < 0 ? null : graph.KeyOf(graph.ParentOf(node)));
                if (tree.Positions[node] >= 0)
                {
                    IEnumerable<int> within = Enumerable.Range(0, graph.NodeCount).Where(other => tree.Positions[other] >= 0 && IsWithin(graph, other, node));
                    Assert.Equal(within.Order(), tree.Nodes[tree.Positions[node]..tree.Ends[tree.Positions[node]]].Order());
                }
            }
        }
    }

    [Fact]
    public void Build_ContainsWhatIsNoResource_IsRefusedByName()
    {
        var builder = new AccessGraphBuilder();
        builder.Add(new GraphNode("a", NodeKinds.Resource, "a", GraphNode.NoProperties));
        builder.Add(new GraphNode("b", NodeKinds.Identity, "b", GraphNode.NoProperties));
        builder.Add(new GraphEdge(EdgeKind.Contains, "a", "b", Certainty.Proved));

        Assert.Contains("'b'", Assert.Throws<ArgumentException>(() => builder.Build("1")).Message, StringComparison.Ordinal);
    }

    private static bool IsWithin(AccessGraph graph, int node, int container)
    {
        while (node != container && node != -1)
        {
            node = graph.ParentOf(node);
        }

        return node == container;
    }

    private static AccessGraph Build(params string[] contains)
    {
        var builder = new AccessGraphBuilder();
        foreach (string key in contains.SelectMany(edge => edge.Split('>')).Distinct())
        {
            builder.Add(new GraphNode(key, NodeKinds.Resource, key, GraphNode.NoProperties));
        }

        foreach (string[] ends in contains.Select(edge => edge.Split('>')))
        {
            builder.Add(new GraphEdge(EdgeKind.Contains, ends[0], ends[1], Certainty.Proved));
        }

        return builder.Build("1");
    }

    private static int Node(AccessGraph graph, string key) => graph.TryFind(key, out int node) ? node : -1;
}
