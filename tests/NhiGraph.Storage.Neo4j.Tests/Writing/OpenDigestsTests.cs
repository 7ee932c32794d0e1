using NhiGraph.Graph.Model;
using NhiGraph.Storage.Contract;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Neo4j.Tests.Servers;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Tests.Writing;

/// <summary>A load sends and reads back only what is not as it was.</summary>
public sealed class OpenDigestsTests
{
    private const int Nodes = 1_500, Edges = 4_500, OneIn = 100;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_unchanged_is_neither_sent_nor_read_back()
    {
        using EmptyDatabase database = await EmptyDatabase.TakeAsync(TestServer.Open, Cancellation);
        // A place that need not be renewed meanwhile: each request is counted.
        Neo4jOptions options = database.Options with { LeaseFor = TimeSpan.FromHours(1), DigestsFrom = 500 };
        await using Neo4jGraphStore store = await Neo4jGraphStore.OpenAsync(options, create: true, TimeProvider.System, Cancellation);
        GraphNode[] nodes = [.. Enumerable.Range(0, Nodes).Select(i => Some.Node($"n{i:d4}", properties: [("environment", $"e{i % 3}")]))];
        DerivedEdge[] edges = [.. Enumerable.Range(0, Edges).Select(i => Some.Derived(Some.Edge($"n{i % Nodes:d4}", $"n{(i + 1 + (i / Nodes)) % Nodes:d4}")))];
        await LoadAsync(store, nodes, edges);
        (_, long floor) = await LoadAsync(store, [], []);

        var random = new Random(11);
        random.Shuffle(nodes);
        random.Shuffle(edges);
        (Run unchanged, long requests) = await LoadAsync(store, nodes, edges);
        Assert.Equal((0, 0), (unchanged.Opened, unchanged.Closed));
        Assert.Equal(floor + 3, requests); // the digests of nodes, of assertions and of edges

        for (int i = 0; i < Nodes; i += OneIn)
        {
            nodes[i] = nodes[i] with { Name = "renamed" };
        }

        for (int i = 0; i < Edges; i += OneIn)
        {
            edges[i] = Some.Derived(edges[i].Edge, statement: "another policy");
        }

        (Run changed, _) = await LoadAsync(store, nodes, edges);
        Assert.Equal((2 * Nodes / OneIn) + (Edges / OneIn), changed.Opened);
        Assert.Equal(changed.Opened, changed.Closed);
        await DemandEqualAsync(store, changed.Id, nodes, edges);
    }

    [Fact]
    public async Task What_was_ended_is_opened_again()
    {
        using EmptyDatabase database = await EmptyDatabase.TakeAsync(TestServer.Open, Cancellation);
        await using Neo4jGraphStore store = await Neo4jGraphStore.OpenAsync(database.Options with { DigestsFrom = 0 }, create: true, TimeProvider.System, Cancellation);
        GraphNode[] nodes = [Some.Node("a"), Some.Node("b"), Some.Node("c")];
        DerivedEdge[] edges = [Some.Derived(Some.Edge("a", "b")), Some.Derived(Some.Edge("b", "c")), Some.Derived(Some.Edge("b", "c"), "aws:2")];
        await LoadAsync(store, nodes, edges);
        RunId run = await BeginAsync(store);
        await store.WriteAsync(run, new RunChanges { NodesRemoved = ["a"], AssertionsRemoved = [Some.Nodes(nodes[0]).Assertions[0].Id], EdgesRemoved = [edges[0].Id, edges[2].Id] }, Cancellation);
        await store.PublishAsync(run, new RunOutcome(Some.Time, [], []), Cancellation);
        (Run again, _) = await LoadAsync(store, nodes, edges);
        Assert.Equal((4, 0), (again.Opened, again.Closed));
        await DemandEqualAsync(store, again.Id, nodes, edges);
    }

    private static async Task<(Run Run, long Requests)> LoadAsync(Neo4jGraphStore store, GraphNode[] nodes, DerivedEdge[] edges)
    {
        long before = store.Client.Figures.Requests;
        RunId run = await BeginAsync(store);
        RunChanges all = Some.Nodes(nodes) with { Facts = [] };
        await store.WriteAsync(run, all, Cancellation);
        await store.WriteAsync(run, new RunChanges { Edges = [.. edges] }, Cancellation);
        Run published = await store.PublishAsync(run, new RunOutcome(Some.Time, [], []), Cancellation);
        return (published, store.Client.Figures.Requests - before);
    }

    private static Task<RunId> BeginAsync(Neo4jGraphStore store) => store.BeginAsync(new RunStart(RunKind.Load, "aws", "aws", Some.Time, "r"), Cancellation);

    private static async Task DemandEqualAsync(Neo4jGraphStore store, RunId version, GraphNode[] nodes, DerivedEdge[] edges)
    {
        Assert.Equal(nodes.OrderBy(node => node.Key, StringComparer.Ordinal), (await store.NodesAsync(version, [.. nodes.Select(node => node.Key)], Cancellation)).Select(stored => stored.Node).OrderBy(node => node.Key, StringComparer.Ordinal));
        var stored = new List<DerivedEdge>();
        foreach (string owner in edges.Select(edge => edge.Owner).Distinct())
        {
            stored.AddRange(await store.EdgesAsync(version, owner, Cancellation).ToArrayAsync(Cancellation));
        }

        Assert.Equal(Said(edges), Said(stored));
    }

    private static string[] Said(IEnumerable<DerivedEdge> edges) =>
        [.. edges.Select(edge => $"{edge.Edge.From} {edge.Edge.To} {edge.Owner}: {edge.Alternatives[0][0].Statement}").Order(StringComparer.Ordinal)];
}
