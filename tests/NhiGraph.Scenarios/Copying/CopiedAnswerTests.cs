using NhiGraph.Api.Execution;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.People.Derive;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Sample;
using NhiGraph.Scenarios.Asking;
using NhiGraph.Scenarios.Reading;
using NhiGraph.Scenarios.Running;
using NhiGraph.Storage;
using NhiGraph.Storage.Contract;
using NhiGraph.Storage.Copying;
using NhiGraph.Storage.Neo4j;
using NhiGraph.Storage.Neo4j.Parts;
using NhiGraph.Storage.Neo4j.Tests.Servers;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite;

namespace NhiGraph.Scenarios.Copying;

/// <summary>A graph copied from SQLite to Neo4j and back, with its history: all three say the same of every version and answer alike to the byte, run numbers and times included.</summary>
[Collection("the graph in Neo4j")]
public sealed class CopiedAnswerTests : IDisposable
{
    private static readonly Provider[] Providers = [AwsProvider.Create(), PeopleProvider.Create()];
    private static readonly ExecutionLimits Limits = new() { MaxCost = int.MaxValue, MaxTime = TimeSpan.FromMinutes(10) };
    private readonly string _folder = Directory.CreateTempSubdirectory("nhigraph-copied-").FullName;
    private readonly AskedTime _time = new() { Now = ScenarioFile.Noon };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public Task A_loaded_estate_is_copied_both_ways() => CopyAsync(async store =>
    {
        foreach (SourceReading reading in await SampleEstate.ReadAsync(Cancellation))
        {
            await LoadRun.ExecuteAsync(store, reading, Providers, _time, Cancellation);
            _time.Now += TimeSpan.FromMinutes(1);
        }
    }, Question.GraphQl("whole_estate"));

    /// <summary>Edges of these may name what is no node, which no graph in memory takes: only what the stores say is compared.</summary>
    [Fact]
    public Task Random_runs_are_copied_both_ways() => CopyAsync(async store =>
    {
        var random = new RandomRuns(seed: 4);
        for (int round = 0; round < 8; round++)
        {
            DateTimeOffset time = Some.Time.AddMinutes(round);
            RunId run = await store.BeginAsync(new RunStart(RunKind.Load, "aws", "aws", time, "rules"), Cancellation);
            foreach (RunChanges batch in random.Next())
            {
                await store.WriteAsync(run, batch, Cancellation);
            }

            await (round == 3 ? store.AbandonAsync(run, Cancellation) : store.PublishAsync(run, new RunOutcome(time, [], []), Cancellation));
        }
    }, question: null, "s0", "s1");

    private async Task CopyAsync(Func<IGraphStore, Task> write, string? question, params string[] owners)
    {
        using EmptyDatabase database = await EmptyDatabase.TakeAsync(TestServer.Open, Cancellation);
        await using SqliteGraphStore first = await SqliteGraphStore.OpenAsync(Path.Combine(_folder, "first.db"), create: true, Cancellation);
        await using Neo4jGraphStore second = await Neo4jGraphStore.OpenAsync(database.Options, create: true, TimeProvider.System, Cancellation);
        await using SqliteGraphStore third = await SqliteGraphStore.OpenAsync(Path.Combine(_folder, "third.db"), create: true, Cancellation);
        await write(first);
        await StoreCopy.ExecuteAsync(first, second, null, Cancellation);
        await StoreCopy.ExecuteAsync(second, third, null, Cancellation);

        string[] scopes = [.. (await first.StatusAsync(Cancellation)).Sources.SelectMany(source => source.Datasets).Select(dataset => dataset.Scope).Concat(owners).Distinct()];
        string said = await StoreText.OfAsync(first, scopes, Cancellation);
        Assert.Equal(said, await StoreText.OfAsync(second, scopes, Cancellation));
        Assert.Equal(said, await StoreText.OfAsync(third, scopes, Cancellation));

        if (question is null)
        {
            return;
        }

        string expected = await AnswerAsync(new GraphQlExecutor(first, Providers, _time, Limits), question);
        Assert.Equal(expected, await AnswerAsync(new GraphQlExecutor(second, Providers, _time, Limits), question));
        Assert.Equal(expected, await AnswerAsync(new GraphQlExecutor(second, Providers, _time, Limits, Neo4jParts.Of(second)), question));
        Assert.Equal(expected, await AnswerAsync(new GraphQlExecutor(third, Providers, _time, Limits), question));
    }

    private static async Task<string> AnswerAsync(GraphQlExecutor executor, string question)
    {
        await using (executor)
        {
            GraphQlAnswer answer = await executor.ExecuteAsync(question, "{}", Cancellation);
            Assert.False(answer.HasErrors, $"{answer.Json[..Math.Min(600, answer.Json.Length)]}\n{string.Join("\n\n", answer.Failures)}");
            return answer.Json;
        }
    }
}
