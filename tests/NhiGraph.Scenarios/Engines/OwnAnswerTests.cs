using NhiGraph.Analysis.BlastRadius;
using NhiGraph.Analysis.Exposure;
using NhiGraph.Analysis.Paths;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Estates;
using NhiGraph.Graph.Tests.Paths;
using NhiGraph.Storage.Neo4j;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Neo4j.Tests.Servers;

namespace NhiGraph.Scenarios.Engines;

/// <summary>The files of <c>cypher/queries</c> answer by themselves what the engine in memory answers: equal sets, bounds, distances.</summary>
[Collection("the graph in Neo4j")]
public sealed class OwnAnswerTests
{
    private const int Graphs = 50;

    [Fact]
    public async Task Cypher_answers_as_memory_does_on_random_graphs()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using EmptyDatabase database = await EmptyDatabase.TakeAsync(TestServer.Open, cancellation);
        await using var client = new QueryApiClient(database.Options, TimeProvider.System);
        int all = CaseCount.Of(Graphs);
        for (int first = 0; first < all; first += Graphs)
        {
            var graphs = new RandomGraphs(first, Graphs);
            AccessGraph whole = graphs.Build();
            await ModelWriter.WriteAsync(client, graphs.Nodes, graphs.Edges, cancellation);
            HashSet<string> contested = [.. whole.Conflicts.Select(conflict => Prefix(whole.KeyOf(conflict.Resource)))];
            foreach (RandomEstate estate in graphs.Estates)
            {
                await CompareAsync(client, whole, estate, contested.Contains($"{estate.Seed}"), cancellation);
            }
        }

        Suite.Ran("cypher-own-answers", all, "random graphs, blast radius, exposure and shortest path as Cypher");
    }

    private static async Task CompareAsync(QueryApiClient client, AccessGraph whole, RandomEstate estate, bool contested, CancellationToken cancellation)
    {
        TraversalOptions options = estate.Options();
        string[] starts = RandomGraphs.Keys(estate, estate.Starts());
        string[] targets = RandomGraphs.Keys(estate, estate.Starts(estate.Seed % 2 == 0 ? NodeKinds.Resource : (NodeKinds)0x1FF));
        using (BlastRadiusAnswer answer = BlastRadiusAnswer.Of(whole, starts, options))
        {
            string[] found = [.. await AskAsync("blast_radius", row => $"{row.Text(0)} {row.Number(3)} {row.Text(4)}")];
            Same("blast_radius", answer.Entities(NodeKinds.None, 0, int.MaxValue).Items.Select(node => Line(whole, node)), found);

            // Cypher follows both containers of what two claim; the file says so.
            if (!contested)
            {
                found = [.. await AskAsync("blast_radius_resources", row => $"{row.Text(0)} {row.Number(4)} {row.Text(5)} {Sorted(row.Texts(6))} of {Sorted(row.Texts(7))}")];
                Same("blast_radius_resources", answer.Resources(new() { Selection = ResourceSelection.Targets }, 0, int.MaxValue).Items.Select(resource =>
                    $"{whole.KeyOf(resource.Node)} {resource.Distance} {resource.Certainty.Text()} {Sorted(resource.Proved.Members().Select(one => one.Text()))} of {Sorted(resource.Possible.Members().Select(one => one.Text()))}"), found);
            }
        }

        if (contested)
        {
            return;
        }

        using (ExposureAnswer answer = ExposureAnswer.Of(whole, targets, options))
        {
            string[] found = [.. await AskAsync("exposure", row => $"{row.Text(0)} {row.Number(3)} {row.Text(4)}", targets)];
            Same("exposure", answer.Entities(NodeKinds.None, 0, int.MaxValue).Items.Select(node => Line(whole, node)), found);
        }

        using (PathsAnswer answer = PathsAnswer.Of(whole, starts, targets, options))
        {
            string[] found = [.. await AskAsync("shortest_path", row => $"{row.Text(0)} {string.Join(' ', row.Texts(1).Zip(row.Texts(2), (kind, head) => $"{kind} {head}"))} {row.Number(3)}")];
            Same("shortest_path", answer.Page(0, 1, out _, cancellation).Select(path => $"{whole.KeyOf(path.Start)} {string.Join(' ', path.Steps.Select(step => $"{step.Kind.Text()} {whole.KeyOf(step.To)}"))} {path.Length}"), found);
        }

        async Task<IEnumerable<string>> AskAsync(string question, Func<QueryRow, string> read, string[]? of = null) =>
            await client.RowsAsync(new Query(CypherFile.Named("queries/" + question), Parameters(of ?? starts, starts, targets, options)), read, cancellation);

        void Same(string question, IEnumerable<string> expected, string[] found) => Assert.True(
            expected.Order(StringComparer.Ordinal).SequenceEqual(found.Order(StringComparer.Ordinal)),
            $"seed {estate.Seed} {question} of {string.Join(' ', starts)} / {string.Join(' ', targets)}\n{options}\nmemory\n{string.Join('\n', expected.Order(StringComparer.Ordinal))}\nCypher\n{string.Join('\n', found.Order(StringComparer.Ordinal))}");
    }

    private static QueryParameters Parameters(string[] of, string[] from, string[] to, TraversalOptions options) => new QueryParameters()
        .Set("of", of).Set("from", from).Set("to", to).Set("certainty", options.Certainty.Text()).Set("strict", options.Strict).Set("includeInactive", options.IncludeInactive)
        .Set("includeExposedTo", options.IncludeExposedTo).Set("maxDepth", options.MaxDepth == int.MaxValue ? null : (long?)options.MaxDepth)
        .Set("capabilities", options.Capabilities.Members().Select(one => one.Text())).Set("at", options.At).Set("run", 1L);

    private static string Line(AccessGraph graph, ReachedNode node) => $"{graph.KeyOf(node.Node)} {node.Distance} {node.Certainty.Text()}";

    private static string Sorted(IEnumerable<string> texts) => string.Join(',', texts.Order(StringComparer.Ordinal));

    private static string Prefix(string key) => key[..key.IndexOf('|', StringComparison.Ordinal)];
}
