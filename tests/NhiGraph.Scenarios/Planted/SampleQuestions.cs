using System.Text.Json;
using NhiGraph.Api.Execution;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.People.Derive;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Sample;
using NhiGraph.Scenarios.Asking;
using NhiGraph.Scenarios.Running;
using NhiGraph.Storage;

namespace NhiGraph.Scenarios.Planted;

/// <summary>A store that the real loaders filled, asked through the API on the day for which the planted truth was checked.</summary>
internal sealed class SampleQuestions : IAsyncDisposable
{
    private static readonly DateTimeOffset Day = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private static readonly Provider[] Providers = [AwsProvider.Create(), PeopleProvider.Create()];

    private readonly IGraphStore _store;
    private readonly GraphQlExecutor _executor;

    private SampleQuestions(IGraphStore store, GraphQlExecutor executor)
    {
        _store = store;
        _executor = executor;
    }

    internal static async Task<SampleQuestions> LoadAsync(Setting setting, string folder, IEnumerable<SourceReading> readings, CancellationToken cancellation)
    {
        var time = new AskedTime { Now = Day };
        IGraphStore store = await setting.OpenAsync(folder, cancellation);
        foreach (SourceReading reading in readings)
        {
            RunReport report = await LoadRun.ExecuteAsync(store, reading, Providers, time, cancellation);
            Assert.DoesNotContain(report.Run.Problems, problem => problem.Code.StartsWith("NHI-RUN", StringComparison.Ordinal));
        }

        return new(store, new GraphQlExecutor(store, Providers, time, open: setting.Engine(store), rules: SampleEstate.Rules));
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
        Assert.False(answer.HasErrors, answer.Json);
        return JsonDocument.Parse(answer.Json).RootElement.GetProperty("data");
    }

    public async ValueTask DisposeAsync()
    {
        await _executor.DisposeAsync();
        await _store.DisposeAsync();
    }
}
