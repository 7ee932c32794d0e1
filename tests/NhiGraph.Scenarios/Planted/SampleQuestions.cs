using System.Text.Json;
using NhiGraph.Api.Execution;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.People.Derive;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Sample;
using NhiGraph.Scenarios.Asking;
using NhiGraph.Scenarios.Running;
using NhiGraph.Storage;
using NhiGraph.Storage.Parts;

namespace NhiGraph.Scenarios.Planted;

/// <summary>A store that the real loaders filled, asked through the API on the day for which the planted truth was checked.</summary>
internal sealed class SampleQuestions
{
    private static readonly DateTimeOffset Day = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private static readonly Provider[] Providers = [AwsProvider.Create(), PeopleProvider.Create()];

    /// <summary>What is asked here is what is answered, not how fast: beside other tests a server may take its time.</summary>
    private static readonly ExecutionLimits Limits = new() { MaxTime = TimeSpan.FromMinutes(10) };

    private readonly GraphQlExecutor _executor;

    private SampleQuestions(GraphQlExecutor executor) => _executor = executor;

    /// <summary>Loads the readings into an empty store and asks every engine of the setting.</summary>
    internal static async Task OnAsync(Setting setting, IEnumerable<SourceReading> readings, Func<SampleQuestions, Task> ask, Provider[]? providers = null)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        var time = new AskedTime { Now = Day };
        string folder = Directory.CreateTempSubdirectory("nhigraph-sample-").FullName;
        try
        {
            await using OpenedStore opened = await setting.OpenAsync(folder, cancellation);
            foreach (SourceReading reading in readings)
            {
                RunReport report = await LoadRun.ExecuteAsync(opened.Store, reading, providers ?? Providers, time, cancellation);
                Assert.DoesNotContain(report.Run.Problems, problem => problem.Code.StartsWith("NHI-RUN", StringComparison.Ordinal));
            }

            foreach ((string _, Func<IGraphStore, OpenParts> open) in setting.Engines)
            {
                await using var executor = new GraphQlExecutor(opened.Store, providers ?? Providers, time, Limits, open(opened.Store), SampleEstate.Rules);
                await ask(new(executor));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The rows of a listing, all on one page.</summary>
    internal async Task<JsonElement[]> RowsAsync(string query, string field, object? filter = null)
    {
        JsonElement listing = (await AskAsync(Question.GraphQl(query), new { filter })).GetProperty(field);
        JsonElement[] rows = [.. listing.GetProperty("nodes").EnumerateArray()];
        Assert.Equal(listing.GetProperty("totalCount").GetInt32(), rows.Length);
        return rows;
    }

    internal async Task<JsonElement> AskAsync(string query, object variables)
    {
        GraphQlAnswer answer = await _executor.ExecuteAsync(query, JsonSerializer.Serialize(variables), TestContext.Current.CancellationToken);
        Assert.False(answer.HasErrors, $"{answer.Json}\n{string.Join("\n\n", answer.Failures)}");
        return JsonDocument.Parse(answer.Json).RootElement.GetProperty("data");
    }
}
