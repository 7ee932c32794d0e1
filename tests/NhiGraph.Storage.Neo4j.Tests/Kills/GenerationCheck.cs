using System.Globalization;
using NhiGraph.Graph.Csr;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Writer;

namespace NhiGraph.Storage.Neo4j.Tests.Kills;

/// <summary>Compares all that a store holds with the one generation that it says it holds.</summary>
internal static class GenerationCheck
{
    /// <summary>The generation; fails where the store holds parts of two.</summary>
    internal static async Task<int> DemandWholeAsync(IGraphStore store, RunId version, CancellationToken cancellation)
    {
        Fact[] facts = await store.FactsAsync(version, null, null, cancellation).ToArrayAsync(cancellation);
        int generation = int.Parse(facts[0].Content, CultureInfo.InvariantCulture);
        string[] keys = [.. Enumerable.Range(0, Generation.NodeCount(generation)).Select(Generation.Key)];
        Assert.Equal(keys, facts.Select(fact => fact.Id.Key));
        Assert.All(facts, fact => Assert.Equal($"{generation}", fact.Content));
        var nodes = await store.NodesAsync(version, keys, cancellation);
        Assert.Equal(keys.Length, nodes.Length);
        Assert.All(nodes, node => Assert.Equal($"{generation}", node.Node[Generation.Property]));
        Assert.Equal(keys.Length, (await store.AssertionsAsync(version, "test:1", cancellation).ToArrayAsync(cancellation)).Length);
        DerivedEdge[] edges = await store.EdgesAsync(version, "test:1", cancellation).ToArrayAsync(cancellation);
        Assert.Equal(Generation.EdgeCount(generation), edges.Length);
        Assert.All(edges, edge => Assert.Equal($"said in {generation}", edge.Alternatives[0][0].Statement));
        AccessGraph graph = await store.LoadGraphAsync(version, cancellation);
        Assert.Equal((version.ToString(), keys.Length, edges.Length), (graph.Version, graph.NodeCount, graph.EdgeCount));
        Assert.Equal(keys.Length, (await store.FindAsync(version, new() { First = 1 }, cancellation)).Total);
        return generation;
    }

    /// <summary>Lines that a kill did not cut off, of runs that were acknowledged.</summary>
    internal static (int Generation, long Version)[] Acknowledged(IEnumerable<string> told) => [.. told.Select(line => line.Split(' ')).Where(parts => parts[0] == "done")
        .Select(parts => (int.Parse(parts[1], CultureInfo.InvariantCulture), long.Parse(parts[2], CultureInfo.InvariantCulture)))];
}
