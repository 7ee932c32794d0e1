using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Estates;
using NhiGraph.Storage.Contract;
using NhiGraph.Storage.Contract.Parts;
using NhiGraph.Storage.Neo4j.Parts;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Neo4j.Tests.Servers;
using NhiGraph.Storage.Parts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Scenarios.Engines;

/// <summary>What Neo4j finds for a question holds at least what is promised, and nothing that is not in the whole.</summary>
[Collection("the graph in Neo4j")]
public sealed class PartsTests
{
    [Fact]
    public async Task Parts_of_random_graphs_hold_what_is_promised()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using EmptyDatabase database = await EmptyDatabase.TakeAsync(TestServer.Open, cancellation);
        await using var client = new QueryApiClient(database.Options, TimeProvider.System);
        var graphs = new RandomGraphs(0, 60);
        AccessGraph whole = graphs.Build();
        await ModelWriter.WriteAsync(client, graphs.Nodes, graphs.Edges, cancellation);
        var found = new Neo4jParts(client, new RunId(1), PartBounds.Default);
        var least = new NaiveParts(whole);
        string[] all = Text(whole);
        foreach (RandomEstate estate in graphs.Estates)
        {
            TraversalOptions options = estate.Options();
            string[] starts = RandomGraphs.Keys(estate, estate.Starts());
            string[] targets = RandomGraphs.Keys(estate, estate.Starts(NodeKinds.Resource));
            await CompareAsync("nodes", parts => parts.NodesAsync(starts, cancellation));
            await CompareAsync("reached", parts => parts.ReachedAsync(starts, options, cancellation));
            await CompareAsync("reaching", parts => parts.ReachingAsync(targets, options, cancellation));
            await CompareAsync("reaching", parts => parts.ReachingAsync(starts, options, cancellation));
            await CompareAsync("between", parts => parts.BetweenAsync(starts, targets, options, cancellation));
            await CompareAsync("chains", parts => parts.ChainsAsync(starts[0], options, cancellation));
            await CompareAsync("trust", parts => parts.TrustAsync(starts, options, cancellation));
            await CompareAsync("departures", parts => parts.DeparturesAsync(starts, cancellation));
            foreach (Relation relation in Enum.GetValues<Relation>())
            {
                await CompareAsync(relation.ToString(), parts => parts.RelatedAsync(relation, starts, cancellation));
            }

            async Task CompareAsync(string what, Func<IGraphParts, Task<AccessGraph>> ask)
            {
                string[] part = Text(await ask(found));
                string[] missing = [.. Text(await ask(least)).Except(part)];
                string[] wrong = [.. part.Except(all)];
                Assert.True(missing.Length + wrong.Length == 0, $"seed {estate.Seed} {what} of {string.Join(' ', starts)} / {string.Join(' ', targets)} {options}\nmissing\n{string.Join('\n', missing)}\nwrong\n{string.Join('\n', wrong)}");
            }
        }
    }

    /// <summary>Nodes with every column, and edges.</summary>
    private static string[] Text(AccessGraph graph) =>
    [
        .. GraphText.EdgesOf(graph),
        .. Enumerable.Range(0, graph.NodeCount).Select(node => string.Join(' ', graph.KeyOf(node), graph.KindsOf(node), graph.ScopeOf(node), graph.EnvironmentOf(node), graph.SensitivityOf(node), graph.TraitsOf(node),
            graph.ResourceTypeOf(node), graph.HasCapability(node) ? graph.CapabilityOf(node) : null, graph.FactsOf(node).Bits, string.Join(',', Enum.GetValues<NodeDate>().Select(date => graph.DateOf(node, date))))),
    ];
}
