using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Graph.Tests.Paths;

public sealed class SimplePathsTests
{
    private static readonly TraversalOptions Options = new(PathGraph.Now);

    [Fact]
    public void MoveNext_WorkBoundHit_StopsAndSaysSo()
    {
        AccessGraph graph = Ladder(rungs: 16);
        using var paths = new SimplePaths(graph, [Find(graph, "a00")], [Find(graph, "a16")], Options, new PathBounds(MaxScannedEdges: 2_000));
        int found = 0;
        while (paths.MoveNext(TestContext.Current.CancellationToken))
        {
            found++;
        }

        Assert.True(paths.Truncated);
        Assert.InRange(found, 1, 65_535);
    }

    [Fact]
    public void MoveNext_WaitingBoundHit_StopsAndSaysSo()
    {
        AccessGraph graph = Ladder(rungs: 16);
        using var paths = new SimplePaths(graph, [Find(graph, "a00")], [Find(graph, "a16")], Options, new PathBounds(MaxWaiting: 10));
        while (paths.MoveNext(TestContext.Current.CancellationToken))
        {
        }

        Assert.True(paths.Truncated);
    }

    [Fact]
    public void MoveNext_MorePathsThanAnyoneCouldList_GivesTheFirstAtOnce()
    {
        AccessGraph graph = Ladder(rungs: 60);
        using var paths = new SimplePaths(graph, [Find(graph, "a00")], [Find(graph, "a60")], Options, new PathBounds(MaxScannedEdges: 200_000));
        for (int i = 0; i < 50; i++)
        {
            Assert.True(paths.MoveNext(TestContext.Current.CancellationToken));
            Assert.Equal(60, paths.Current.Length);
        }

        Assert.False(paths.Truncated);
    }

    [Fact]
    public void Current_ResourceInASubtree_NamesTheContainer()
    {
        AccessGraph graph = new SmallGraph().Nodes(NodeKinds.Identity, "role").Nodes(NodeKinds.Entitlement, "hub").Nodes(NodeKinds.Resource, "account", "bucket")
            .Edge("account", EdgeKind.Contains, "bucket").Edge("role", EdgeKind.Holds, "hub").Edge("hub", EdgeKind.On, "account", on: OnTarget.AllowSubtree).Build();
        using var paths = new SimplePaths(graph, [Find(graph, "role")], [Find(graph, "bucket")], Options);

        Assert.True(paths.MoveNext(TestContext.Current.CancellationToken));
        PathStep last = paths.Current.Steps[^1];
        Assert.Equal((Find(graph, "hub"), Find(graph, "bucket"), Find(graph, "account"), EdgeKind.On), (last.From, last.To, last.Container, last.Kind));
        Assert.Equal(2, paths.Current.Length);
        Assert.False(paths.MoveNext(TestContext.Current.CancellationToken));
        Assert.Throws<InvalidOperationException>(() => paths.Current);
    }

    [Fact]
    public void MoveNext_Cancelled_Throws()
    {
        AccessGraph graph = Ladder(rungs: 2);
        using var paths = new SimplePaths(graph, [Find(graph, "a00")], [Find(graph, "a02")], Options);
        Assert.Throws<OperationCanceledException>(() => paths.MoveNext(new CancellationToken(canceled: true)));
    }

    /// <summary>Two ways on every rung: 2^rungs paths, all equally long.</summary>
    private static AccessGraph Ladder(int rungs)
    {
        var graph = new SmallGraph();
        for (int i = 0; i <= rungs; i++)
        {
            graph.Nodes(NodeKinds.Identity, $"a{i:00}", $"b{i:00}");
        }

        for (int i = 0; i < rungs; i++)
        {
            foreach (string from in new[] { "a", "b" })
            {
                graph.Edge($"{from}{i:00}", EdgeKind.CanAssume, $"a{i + 1:00}").Edge($"{from}{i:00}", EdgeKind.CanAssume, $"b{i + 1:00}");
            }
        }

        return graph.Build();
    }

    private static int Find(AccessGraph graph, string key) => graph.TryFind(key, out int node) ? node : throw new KeyNotFoundException(key);
}
