using NhiGraph.Api.Execution;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.People.Derive;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Sample;
using NhiGraph.Scenarios.Asking;
using NhiGraph.Scenarios.Reading;
using NhiGraph.Scenarios.Running;
using NhiGraph.Storage;
using NhiGraph.Storage.Neo4j;
using NhiGraph.Storage.Neo4j.Parts;
using NhiGraph.Storage.Neo4j.Tests.Servers;
using NhiGraph.Storage.Sqlite;

namespace NhiGraph.Scenarios.Engines;

/// <summary>The sample estate, loaded by the real loaders into SQLite and into Neo4j: every question has the same answer from both and from both engines, to the byte.</summary>
[Collection("the graph in Neo4j")]
public sealed class LoadedAnswerTests : IDisposable
{
    private const string Production = "aws:arn:aws:iam::111122223333:";
    private static readonly Provider[] Providers = [AwsProvider.Create(), PeopleProvider.Create()];
    private static readonly ExecutionLimits Limits = new() { MaxCost = int.MaxValue, MaxTime = TimeSpan.FromMinutes(10) };
    private readonly string _folder = Directory.CreateTempSubdirectory("nhigraph-loaded-").FullName;
    private readonly AskedTime _time = new() { Now = ScenarioFile.Noon };

    [Fact]
    public async Task Both_stores_and_both_engines_answer_alike()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using EmptyDatabase database = await EmptyDatabase.TakeAsync(TestServer.Open, cancellation);
        await using SqliteGraphStore sqlite = await SqliteGraphStore.OpenAsync(Path.Combine(_folder, "loaded.db"), create: true, cancellation);
        await using Neo4jGraphStore neo4j = await Neo4jGraphStore.OpenAsync(database.Options, create: true, TimeProvider.System, cancellation);
        foreach (IGraphStore store in (IGraphStore[])[sqlite, neo4j])
        {
            foreach (SourceReading reading in await SampleEstate.ReadAsync(cancellation))
            {
                await LoadRun.ExecuteAsync(store, reading, Providers, _time, cancellation);
            }
        }

        await using var first = new GraphQlExecutor(sqlite, Providers, _time, Limits);
        await using var second = new GraphQlExecutor(neo4j, Providers, _time, Limits);
        await using var third = new GraphQlExecutor(neo4j, Providers, _time, Limits, Neo4jParts.Of(neo4j));
        string whole = Question.GraphQl("whole_estate"), everything = Question.GraphQl("everything");
        await SameAsync(whole, "{}");
        await SameAsync(everything, EngineAnswerTests.Variables(["aws:access-key:AKIAFORGOTTENEXAMPLE"], ["aws:111122223333"]));
        await SameAsync(everything, EngineAnswerTests.Variables([Production + "user/service/report-export-script", Production + "user/service/terraform-admin"], ["aws:arn:aws:s3:::acme-prod-customer-data"]));

        await ReadmeQueries.AssertAsync(neo4j.Client, cancellation);

        async Task SameAsync(string query, string variables)
        {
            GraphQlAnswer expected = await first.ExecuteAsync(query, variables, cancellation);
            Assert.False(expected.HasErrors, EngineAnswerTests.Said(expected));
            foreach ((string name, GraphQlExecutor executor) in (IEnumerable<(string, GraphQlExecutor)>)[("Neo4j, in memory", second), ("Neo4j, in the database", third)])
            {
                GraphQlAnswer found = await executor.ExecuteAsync(query, variables, cancellation);
                Assert.True(expected.Json == found.Json, $"{name} {variables}\n{EngineAnswerTests.Difference(expected, found)}");
            }
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
