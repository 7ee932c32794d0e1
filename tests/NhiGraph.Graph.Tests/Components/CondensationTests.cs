using NhiGraph.Graph.Components;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Estates;
using NhiGraph.Graph.Tests.Reach;

namespace NhiGraph.Graph.Tests.Components;

public sealed class CondensationTests
{
    [Fact]
    public void Components_AreThoseThatReachEachOther_AndReachedOnesComeFirst() => CaseCount.Run("condensation against its twin", 1000, seed =>
    {
        RandomEstate estate = RandomEstate.Make(seed);
        TraversalOptions options = estate.Options() with { MaxDepth = int.MaxValue };
        AccessGraph graph = estate.Build();
        var twin = new NaiveReach(estate, options);
        Dictionary<string, HashSet<string>> reach = estate.Nodes.ToDictionary(node => node.Key, node => twin.Walk([node.Key]).Keys.ToHashSet());

        Condensation condensation = Condensation.Of(graph, options);

        for (int a = 0; a < graph.NodeCount; a++)
        {
            int component = condensation.ComponentOf(a);
            Assert.Contains(a, condensation.MembersOf(component).ToArray());
            var lower = new HashSet<int>();
            for (int b = 0; b < graph.NodeCount; b++)
            {
                bool leads = reach[graph.KeyOf(a)].Contains(graph.KeyOf(b));
                Assert.Equal(leads && reach[graph.KeyOf(b)].Contains(graph.KeyOf(a)), condensation.ComponentOf(b) == component);
                Assert.True(!leads || condensation.ComponentOf(b) <= component);
            }
        }

        for (int component = 0; component < condensation.Count; component++)
        {
            int[] joined = [.. estate.Edges.Where(twin.IsWalked).Where(edge => ComponentOf(edge.From) == component).Select(edge => ComponentOf(edge.To)).Where(other => other != component).Distinct().Order()];
            Assert.Equal(joined, condensation.SuccessorsOf(component).ToArray().Order());
        }

        int ComponentOf(string key) => graph.TryFind(key, out int node) ? condensation.ComponentOf(node) : throw new InvalidOperationException(key);
    });

    [Fact]
    public void Of_ALongRow_NeedsNoStack()
    {
        var builder = new AccessGraphBuilder();
        const int Length = 300_000;
        int[] nodes = [.. Enumerable.Range(0, Length).Select(i => builder.AddNode($"i{i:000000}", new NodeColumns(Graph.Model.NodeKinds.Identity)))];
        for (int i = 0; i < Length; i++)
        {
            builder.AddEdge(nodes[i], nodes[(i + 1) % Length], Graph.Model.EdgeKind.CanAssume, Graph.Model.Certainty.Proved);
        }

        Assert.Equal(1, Condensation.Of(builder.Build("ring"), new TraversalOptions(0)).Count);
    }

    [Fact]
    public void Of_BoundedDepth_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Condensation.Of(RandomEstate.Make(1).Build(), new TraversalOptions(0) { MaxDepth = 3 }));
}
