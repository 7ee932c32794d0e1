using System.Text.Json;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Neo4j.Tests.Servers;

namespace NhiGraph.Storage.Neo4j.Tests.Plans;

/// <summary>Every statement says what its plan needs to be fast, and the real server plans it so.</summary>
public sealed class PlanTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Statements_are_planned_as_their_headers_say()
    {
        using EmptyDatabase database = await EmptyDatabase.TakeAsync(TestServer.Open, Cancellation);
        await using Neo4jGraphStore store = await Neo4jGraphStore.OpenAsync(database.Options, create: true, TimeProvider.System, Cancellation);
        await store.Client.ExecuteAsync(new Query(CypherFile.Of("await", "CALL db.awaitIndexes(100)"), new()), Cancellation);
        await PlannedEstate.WriteAsync(store, Cancellation);
        await store.Client.ExecuteAsync(new Query(CypherFile.Of("replan", "CALL db.prepareForReplanning(100)"), new()) { Access = QueryAccess.Write }, Cancellation);
        await store.Client.ExecuteAsync(new Query(CypherFile.Of("forget", "CALL db.clearQueryCaches()"), new()) { Access = QueryAccess.Write }, Cancellation);
        var wrong = new List<string>();
        int checkedOnes = 0;
        foreach (CypherFile file in CypherFile.Names.Where(name => !name.StartsWith("schema/", StringComparison.Ordinal)).Select(CypherFile.Named))
        {
            QuerySummary plan = await store.Client.ExecuteAsync(new Query(CypherFile.Of(file.Name, "EXPLAIN " + file.Text), new()) { Access = QueryAccess.Write }, Cancellation);
            HashSet<string> operators = [.. Operators(plan.Plan!.Value)];
            wrong.AddRange(file.ReliesOn.Where(needed => !needed.Split(" or ").Any(operators.Contains)).Select(needed => $"{file.Name} is planned without {needed}: {string.Join(' ', operators)}"));
            checkedOnes += file.ReliesOn.Any() ? 1 : 0;
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.True(checkedOnes > 60);
    }

    /// <summary>Whatever walks does so breadth first and forgets what it has seen; anything else would enumerate paths, which are exponentially many.</summary>
    [Fact]
    public void Queries_that_walk_rely_on_a_pruning_walk()
    {
        CypherFile[] walking = [.. CypherFile.Names.Where(name => name.StartsWith("queries/", StringComparison.Ordinal)).Select(CypherFile.Named).Where(file => file.Text.Contains("*1..", StringComparison.Ordinal))];
        Assert.NotEmpty(walking);
        Assert.All(walking, file => Assert.Contains(file.ReliesOn, needed => needed.StartsWith("VarLengthExpand(Pruning,BFS", StringComparison.Ordinal)));
    }

    /// <summary>A plan that was made while nothing, or next to nothing, was stored is used until the server plans anew: it too must walk breadth first.</summary>
    [Fact]
    public async Task Walks_are_planned_breadth_first_in_an_empty_database_too()
    {
        using EmptyDatabase database = await EmptyDatabase.TakeAsync(TestServer.Open, Cancellation);
        await using Neo4jGraphStore store = await Neo4jGraphStore.OpenAsync(database.Options, create: true, TimeProvider.System, Cancellation);
        await store.Client.ExecuteAsync(new Query(CypherFile.Of("forget", "CALL db.clearQueryCaches()"), new()) { Access = QueryAccess.Write }, Cancellation);
        foreach (CypherFile file in new[] { "queries/parts/reached", "queries/parts/reaching" }.Select(CypherFile.Named))
        {
            QueryParameters parameters = new QueryParameters().Set("of", ["a"]).Set("floor", 1).Set("strict", false).Set("includeInactive", false).Set("includeExposedTo", false).Set("maxDepth", (long?)null).Set("at", 1).Set("run", 1).Set("most", 10);
            QuerySummary plan = await store.Client.ExecuteAsync(new Query(CypherFile.Of(file.Name, "EXPLAIN " + file.Text), parameters), Cancellation);
            Assert.Contains("VarLengthExpand(Pruning,BFS,All)", Operators(plan.Plan!.Value));
        }
    }

    /// <summary>With a label at its far end a walk may be planned as a scan by that label, and all paths between each two nodes.</summary>
    [Fact]
    public void The_far_end_of_a_walk_is_found_by_walking_alone() =>
        Assert.All(CypherFile.Names.Select(CypherFile.Named), file => Assert.DoesNotMatch(@"\*[01]\.\.\]-?>?\(\w+:Entity", file.Text));

    [Fact]
    public void Every_statement_has_a_header()
    {
        Assert.NotEmpty(CypherFile.Names);
        Assert.All(CypherFile.Names.Select(CypherFile.Named), file =>
        {
            Assert.Contains("// Question: ", file.Header, StringComparison.Ordinal);
            Assert.Contains("// Parameters: ", file.Header, StringComparison.Ordinal);
            Assert.Contains("// Relies on: ", file.Header, StringComparison.Ordinal);
            Assert.NotEmpty(file.Text);
        });
    }

    /// <summary>Names without the database, and without a lock: <c>NodeUniqueIndexSeek(Locking)@neo4j</c> is <c>NodeUniqueIndexSeek</c>.</summary>
    private static IEnumerable<string> Operators(JsonElement plan) =>
        [plan.GetProperty("operatorType").GetString()!.Split('@')[0].Replace("(Locking)", "", StringComparison.Ordinal), .. plan.TryGetProperty("children", out JsonElement children) ? children.EnumerateArray().SelectMany(Operators) : []];
}
