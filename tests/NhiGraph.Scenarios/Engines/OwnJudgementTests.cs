using System.Globalization;
using NhiGraph.Analysis.ChainOfTrust;
using NhiGraph.Analysis.OrphanChains;
using NhiGraph.Analysis.Tests.Judgements;
using NhiGraph.Analysis.ToxicCombinations;
using NhiGraph.Graph.Components;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Estates;
using NhiGraph.Graph.Tests.Paths;
using NhiGraph.Scenarios.Running;
using NhiGraph.Storage.Neo4j;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Neo4j.Tests.Servers;

namespace NhiGraph.Scenarios.Engines;

/// <summary>The judgements of <c>cypher/queries</c>, asked of a store of random estates, are those of the engine in memory: the same rows, none besides.</summary>
[Collection("the graph in Neo4j")]
public sealed class OwnJudgementTests
{
    private const int Graphs = 100;
    private const int Subjects = 150;
    private static readonly string[] Scopes = ["s0", "s1", "s2", ""];

    [Fact]
    public Task Orphan_chains_are_those_of_memory() => OnEstatesAsync("cypher-orphan-chains", async (client, whole, random) =>
    {
        Dictionary<string, Known> known = RandomKnown(random);
        var options = new TraversalOptions(JudgementEstate.Now);
        OrphanChainsAnswer answer = OrphanChainsAnswer.Of(Condensation.Of(whole, options), scope => known[scope ?? ""]);
        string[] found = [.. await AskAsync(client, "orphan_chains", Asked(known).Set("of", Array.Empty<string>()), row =>
            $"{row.TextOrNull(0)} > {row.TextOrNull(1)} > {row.Text(2)} | {Sorted(row.Texts(3))} | {Sorted(row.Texts(4))} | {row.Number(5)} {row.Number(6)} {row.Text(7)}")];
        Same(answer.Chains.Select(chain =>
            $"{Key(whole, chain.Consumer)} > {Key(whole, chain.Credential)} > {Key(whole, chain.Identity)} | {Sorted(chain.Reasons.Members().Select(one => one.Text()))} | {Sorted(chain.Undecided.Members().Select(one => one.Text()))} | {chain.Sensitive} {chain.Score} {chain.Severity.Text()}"), found);
        return found.Length;
    });

    [Fact]
    public Task Toxic_combinations_are_those_of_memory() => OnEstatesAsync("cypher-toxic-combinations", async (client, whole, random) =>
    {
        ToxicRule[] rules = [.. Enumerable.Range(0, 12).Select(number => RandomToxicRules.Rule(random, number))];
        var options = new TraversalOptions(JudgementEstate.Now) { Certainty = random.Next(2) == 0 ? Certainty.Inferred : (Certainty)random.Next(4) };
        ToxicCombinationsAnswer answer = ToxicCombinationsAnswer.Of(Condensation.Of(whole, options), rules, tagged: tag => Tagged(whole, tag));
        int found = await CompareAsync(rules, []);
        return found + await CompareAsync([.. rules.Where(rule => rule.Span == RuleSpan.Account)], ["s1"]);

        async Task<int> CompareAsync(ToxicRule[] asked, string[] accounts)
        {
            QueryParameters parameters = new QueryParameters().Set("rules", writer => RandomToxicRules.Write(writer, asked)).Set("accounts", accounts).Set("certainty", options.Certainty.Text())
                .Set("at", JudgementEstate.Now).Set("run", 1L);
            string[] rows = [.. await AskAsync(client, "toxic_combinations", parameters, row => $"{row.Text(0)} by {row.Text(1)}: {Sorted(row.Texts(3))} in {Sorted(row.Texts(4))}")];
            Same(
                answer.Read(answer.Findings).Where(one => accounts.Length == 0 || one.Accounts.Intersect(accounts).Any()).Select(one =>
                    $"{one.Finding.Rule.Id} by {whole.KeyOf(one.Actor)}: {Sorted(one.Members.Select(whole.KeyOf))} in {Sorted(accounts.Length == 0 ? one.Accounts : one.Accounts.Intersect(accounts))}"),
                rows);
            return rows.Length;
        }
    });

    [Fact]
    public Task Chains_of_trust_are_those_of_memory() => OnEstatesAsync("cypher-chains-of-trust", async (client, whole, random) =>
    {
        Dictionary<string, Known> known = RandomKnown(random);
        bool Listed(int node) => whole.KeyOf(node).Length % 4 > 0;
        bool Never(int node) => whole.KeyOf(node)[^1] % 2 > 0;
        string[] unlisted = [.. Enumerable.Range(0, whole.NodeCount).Where(node => !Listed(node)).Select(whole.KeyOf)];
        string[] never = [.. Enumerable.Range(0, whole.NodeCount).Where(Never).Select(whole.KeyOf)];
        int[] asked = [.. Enumerable.Range(0, whole.NodeCount)];
        random.Shuffle(asked);
        var expected = new List<string>();
        var found = new List<string>();
        foreach (TrustSubject subject in asked.Select(node => TrustSubject.Of(whole, node, new TraversalOptions(JudgementEstate.Now))).OfType<TrustSubject>().Take(Subjects))
        {
            string of = whole.KeyOf(subject.Node);
            ChainOfTrustAnswer answer = ChainOfTrustAnswer.Of(subject, new TrustTerms(), new(scope => known[scope ?? ""], Listed, Never));
            found.AddRange(await AskAsync(client, "chain_of_trust", Asked(known).Set("of", of).Set("unlisted", unlisted).Set("neverUsed", never), row =>
                $"{of} {row.Text(0)}: {row.Text(1)} {row.Text(2)} {Sorted(row.Texts(3))} at {row.TextOrNull(5)} backed {row.Boolean(6)}"));
            expected.AddRange(answer.Links.Select(link => $"{of} {link.Kind.Text()}: {link.State.Text()} {link.Reason.Text()} {Sorted(link.Nodes.Select(whole.KeyOf))} at {Instant(link.At)} backed {link.IsBacked}"));
        }

        Same(expected, found);
        return found.Count;
    });

    private static string? Instant(long? at) => at is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) : null;

    /// <summary>The one property by which random rules choose.</summary>
    private static int[] Tagged(AccessGraph graph, ResourceTag tag) =>
        [.. Enumerable.Range(0, graph.NodeCount).Where(node => (graph.KindsOf(node) & NodeKinds.Resource) != 0 && tag.Name == PropertyNames.Environment && graph.EnvironmentOf(node) == tag.Value)];

    private static async Task OnEstatesAsync(string suite, Func<QueryApiClient, AccessGraph, Random, Task<int>> compare)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        int all = CaseCount.Of(Graphs);
        int found = 0;
        for (int first = 0; first < all; first += Graphs)
        {
            var graphs = new JudgementGraphs(first, Graphs);
            using EmptyDatabase database = await EmptyDatabase.TakeAsync(TestServer.Open, cancellation);
            await using Neo4jGraphStore store = await Neo4jGraphStore.OpenAsync(database.Options, create: true, TimeProvider.System, cancellation);
            await EstateWriter.WriteAsync(store, graphs.Nodes, graphs.Edges, cancellation);
            found += await compare(store.Client, graphs.Build(), new Random(first));
        }

        Suite.Ran(suite, all, $"random estates, {found} rows as in memory");
        Assert.True(found > all / 2, $"Only {found} found in {all} estates.");
    }

    private static Dictionary<string, Known> RandomKnown(Random random) => Scopes.ToDictionary(scope => scope, _ => random.Next(2) == 0 ? Known.All : (Known)random.Next(128));

    private static QueryParameters Asked(Dictionary<string, Known> known) => new QueryParameters().Set("at", JudgementEstate.Now).Set("run", 1L).Set("known", Array.Empty<string>()).Set("knownOf", writer =>
    {
        writer.WriteStartObject();
        foreach ((string scope, Known one) in known)
        {
            writer.WriteStartArray(scope);
            foreach (Known flag in Enum.GetValues<Known>().Where(flag => flag is not (Known.None or Known.All) && one.HasFlag(flag)))
            {
                writer.WriteStringValue(flag.Text());
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    });

    private static async Task<IEnumerable<string>> AskAsync(QueryApiClient client, string question, QueryParameters parameters, Func<QueryRow, string> read) =>
        await client.RowsAsync(new Query(CypherFile.Named("queries/" + question), parameters), read, TestContext.Current.CancellationToken);

    private static void Same(IEnumerable<string> expected, IEnumerable<string> found)
    {
        string difference = Difference.Of("rows", expected, found);
        Assert.True(difference.Length == 0, difference);
    }

    private static string Key(AccessGraph graph, int node) => node < 0 ? "" : graph.KeyOf(node);

    private static string Sorted(IEnumerable<string> texts) => string.Join(' ', texts.Order(StringComparer.Ordinal));
}
