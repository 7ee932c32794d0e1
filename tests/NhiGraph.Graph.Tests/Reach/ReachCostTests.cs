using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Estates;

namespace NhiGraph.Graph.Tests.Reach;

/// <summary>What a question costs, in numbers that are the same on every machine.</summary>
public sealed class ReachCostTests
{
    private static readonly TraversalOptions Plain = new(RandomEstate.Now);
    private static readonly TraversalOptions Harder = new(RandomEstate.Now) { Strict = true, IncludeInactive = true, MaxDepth = 3, Capabilities = CapabilitySet.Of(Capability.ReadData) };

    [Fact]
    public void Questions_OnceWarm_AllocateNothing()
    {
        AccessGraph[] graphs = [.. Enumerable.Range(0, 40).Select(seed => RandomEstate.Make(seed).Build()), Ladder(3000)];
        foreach (AccessGraph graph in graphs)
        {
            AskEverything(graph);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        long found = 0;
        foreach (AccessGraph graph in graphs)
        {
            found += AskEverything(graph);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(found > 1000);
    }

    [Fact]
    public void Forward_Ladder_LooksAtEachEdgeBehindTheStartOnce()
    {
        AccessGraph graph = Ladder(100);
        using ReachWorkspace reach = ReachWorkspace.Rent(graph);

        reach.Forward([Node(graph, "i0050")], Plain);

        Assert.Equal(49 * 2, reach.EdgesScanned);
        Assert.Equal((49, 49), (reach.Count, reach.Depth));
    }

    [Fact]
    public void Reverse_Ladder_LooksAtEachEdgeBeforeTheStartOnce()
    {
        AccessGraph graph = Ladder(100);
        using ReachWorkspace reach = ReachWorkspace.Rent(graph);

        reach.Reverse([Node(graph, "i0050")], Plain with { MaxDepth = 10 });

        Assert.Equal(10 * 2, reach.EdgesScanned);
        Assert.Equal(10, reach.Count);
    }

    [Fact]
    public void Edges_BothDirections_AreFourteenBytes()
    {
        AccessGraph graph = Ladder(100);
        EdgeBlock walked = graph.Blocks[EdgeBlock.Walked];
        int edges = walked.EdgeIds.Length;

        Assert.Equal(14 * edges, edges * (sizeof(int) + 1) + walked.Sources.Length * sizeof(int) + walked.EdgeIds.Length * sizeof(int) + walked.ReverseFlags.Length);
        Assert.Equal(graph.EdgeCount, graph.Heads.Length);
        Assert.Equal(graph.EdgeCount, graph.Flags.Length);
    }

    [Fact]
    public void Workspace_Disposed_AnswersNoMore()
    {
        AccessGraph graph = Ladder(3);
        ReachWorkspace reach = ReachWorkspace.Rent(graph);
        reach.Dispose();

        Assert.Throws<ObjectDisposedException>(() => reach.Forward([0], Plain));
    }

    [Fact]
    public void Workspaces_RentedTogether_AreDifferent()
    {
        AccessGraph graph = Ladder(3);
        using ReachWorkspace first = ReachWorkspace.Rent(graph);
        using ReachWorkspace second = ReachWorkspace.Rent(graph);

        Assert.NotSame(first, second);
    }

    private static long AskEverything(AccessGraph graph)
    {
        using ReachWorkspace reach = ReachWorkspace.Rent(graph);
        long found = 0;
        for (int node = 0; node < graph.NodeCount; node += 1 + graph.NodeCount / 50)
        {
            found += Ask(reach, node, Plain) + Ask(reach, node, Harder);
        }

        return found;
    }

    private static long Ask(ReachWorkspace reach, int node, TraversalOptions options)
    {
        reach.Forward([node], options);
        long found = reach.Resources.Counted.Possible + reach.Resources.Sensitive.Proved + reach.Resources.Administered.Possible + reach.CountOf(NodeKind.Identity).Proved;
        foreach (int resource in reach.Resources.List(default))
        {
            found += reach.Resources.TryFind(resource, out ReachedResource reached) ? reached.Distance + reach.Resources.OnEdgeOf(resource) : 0;
        }

        reach.Reverse([node], options);
        foreach (ReachedNode reached in reach.Nodes)
        {
            found += reached.Distance + (int)reached.Certainty + reach.ParentEdgeOf(reached.Node);
        }

        return found;
    }

    /// <summary>Identities in a row, each assuming the next by two edges of different certainty.</summary>
    private static AccessGraph Ladder(int rungs)
    {
        var builder = new AccessGraphBuilder();
        int conditional = builder.AddDetails(EdgeDetails.None with { Qualifier = "c" });
        int[] nodes = [.. Enumerable.Range(0, rungs).Select(rung => builder.AddNode($"i{rung:0000}", new NodeColumns(NodeKinds.Identity)))];
        for (int rung = 1; rung < rungs; rung++)
        {
            builder.AddEdge(nodes[rung - 1], nodes[rung], EdgeKind.CanAssume, rung % 2 == 0 ? Certainty.Proved : Certainty.Declared);
            builder.AddEdge(nodes[rung - 1], nodes[rung], EdgeKind.CanAssume, Certainty.Conditional, conditional);
        }

        return builder.Build("ladder");
    }

    private static int Node(AccessGraph graph, string key) => graph.TryFind(key, out int node) ? node : -1;
}
