using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Runs;

/// <summary>What a run tells of containers is what the tree of the graph then does.</summary>
public sealed class ContainmentCheckTests
{
    [Fact]
    public void Problems_RandomContainers_AreTheConflictsOfTheTree()
    {
        int told = 0;
        for (int seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            string[] keys = [.. Enumerable.Range(0, 2 + random.Next(8)).Select(i => $"r{i}")];
            var builder = new AccessGraphBuilder();
            var check = new ContainmentCheck();
            foreach (string key in keys)
            {
                builder.Add(new GraphNode(key, NodeKinds.Resource, key, GraphNode.NoProperties));
            }

            for (int owner = 0; owner < 2; owner++)
            {
                // Downwards in a random order of the keys, so that no cycle but that of a resource with itself comes about.
                int[] places = [.. Enumerable.Range(0, keys.Length)];
                new Random(seed).Shuffle(places);
                DerivedEdge[] edges = [.. Enumerable.Range(0, random.Next(8)).Select(_ => Edge(random, keys, places, "owner" + owner)).DistinctBy(edge => edge.Id)];
                check.Add(edges);
                Array.ForEach(edges, edge => builder.Add(edge.Edge));
            }

            AccessGraph graph = builder.Build("random");
            string[] expected =
            [
                .. graph.Conflicts.Select(conflict => conflict.IsCycle
                    ? RunProblems.ContainsItself(graph.KeyOf(conflict.Resource)).Statement
                    : RunProblems.SecondContainer(graph.KeyOf(conflict.Resource), graph.KeyOf(conflict.Kept), graph.KeyOf(conflict.Dropped)).Statement).Distinct().Order(StringComparer.Ordinal),
            ];

            Assert.Equal(expected, check.Problems().Select(problem => problem.Statement).Order(StringComparer.Ordinal));
            told += expected.Length;
        }

        Assert.True(told > 500);
    }

    private static DerivedEdge Edge(Random random, string[] keys, int[] places, string owner)
    {
        int a = random.Next(keys.Length);
        int b = random.Next(keys.Length);
        (int from, int to) = places[a] <= places[b] ? (a, b) : (b, a);
        return new(new GraphEdge(EdgeKind.Contains, keys[from], keys[to], Certainty.Proved), owner, [[new Support(new FactKey("toy", owner, "d", "k"), null, "it says so", null)]]);
    }
}
