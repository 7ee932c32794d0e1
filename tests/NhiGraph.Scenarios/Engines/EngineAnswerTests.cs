using System.Text.Json;
using NhiGraph.Api.Execution;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Estates;
using NhiGraph.Graph.Tests.Paths;
using NhiGraph.Scenarios.Asking;
using NhiGraph.Scenarios.Running;
using NhiGraph.Storage.Memory;
using NhiGraph.Storage.Neo4j.Parts;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Neo4j.Tests.Servers;
using NhiGraph.Storage.Parts;

namespace NhiGraph.Scenarios.Engines;

/// <summary>Every question over GraphQL has the same answer, to the byte, from the graph in memory and from the one in Neo4j.</summary>
[Collection("the graph in Neo4j")]
public sealed class EngineAnswerTests
{
    private const int Graphs = 50;
    private static readonly ExecutionLimits Limits = new() { MaxCost = int.MaxValue, MaxTime = TimeSpan.FromMinutes(10) };

    [Fact]
    public async Task Both_engines_answer_alike_on_random_graphs()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using EmptyDatabase database = await EmptyDatabase.TakeAsync(TestServer.Open, cancellation);
        await using var client = new QueryApiClient(database.Options, TimeProvider.System);
        int all = CaseCount.Of(Graphs);
        for (int first = 0; first < all; first += Graphs)
        {
            var graphs = new RandomGraphs(first, Graphs);
            await ModelWriter.WriteAsync(client, graphs.Nodes, graphs.Edges, cancellation);
            await using var store = new MemoryGraphStore();
            await EstateWriter.WriteAsync(store, graphs.Nodes, graphs.Edges, cancellation);
            var time = new AskedTime { Now = DateTimeOffset.FromUnixTimeSeconds(RandomEstate.Now) };
            await using var memory = new GraphQlExecutor(store, [], time, Limits);
            await using var neo4j = new GraphQlExecutor(store, [], time, Limits, (version, _) => Task.FromResult<IGraphParts>(new Neo4jParts(client, version, PartBounds.Default)));
            foreach (RandomEstate estate in graphs.Estates)
            {
                string variables = Variables(estate);
                GraphQlAnswer expected = await memory.ExecuteAsync(Question.GraphQl("everything"), variables, cancellation);
                GraphQlAnswer found = await neo4j.ExecuteAsync(Question.GraphQl("everything"), variables, cancellation);
                Assert.True(expected.Json == found.Json, $"seed {estate.Seed} {variables}\n{Difference(expected, found)}");
                Assert.DoesNotContain("\"LIMIT_EXCEEDED\"", expected.Json, StringComparison.Ordinal);
            }
        }

        Suite.Ran("engines-graphql", all, "random graphs, each question over GraphQL from both engines");
    }

    /// <summary>The question about everything, with no options.</summary>
    internal static string Variables(string[] of, string[] to) => JsonSerializer.Serialize(new { of = (string[])[.. of, "nobody"], to, one = of[0], under = to[0] });

    private static string Variables(RandomEstate estate)
    {
        TraversalOptions options = estate.Options();
        string[] of = RandomGraphs.Keys(estate, estate.Starts());
        string[] to = RandomGraphs.Keys(estate, estate.Starts(estate.Seed % 2 == 0 ? NodeKinds.Resource : (NodeKinds)0x1FF));
        return JsonSerializer.Serialize(new
        {
            of = (string[])[.. of, "nobody"],
            to,
            one = of[0],
            under = to[0],
            options = new
            {
                certainty = options.Certainty.Text(),
                capabilities = options.Capabilities.Members().Select(one => one.Text()),
                maxDepth = options.MaxDepth == int.MaxValue ? (int?)null : Math.Max(1, options.MaxDepth),
                includeExposedTo = options.IncludeExposedTo,
                includeInactive = options.IncludeInactive,
                strict = options.Strict,
            },
        });
    }

    internal static string Difference(GraphQlAnswer expected, GraphQlAnswer found)
    {
        int at = expected.Json.Zip(found.Json).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"...{Around(expected.Json, at)}\n...{Around(found.Json, at)}\n{string.Join("\n\n", expected.Failures.Concat(found.Failures))}";
    }

    /// <summary>The beginning of an answer, and what is behind its errors.</summary>
    internal static string Said(GraphQlAnswer answer) => $"{answer.Json[..Math.Min(600, answer.Json.Length)]}\n{string.Join("\n\n", answer.Failures)}";

    private static string Around(string text, int at) => text.Substring(Math.Max(0, at - 400), Math.Min(900, text.Length - Math.Max(0, at - 400)));
}
