using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NhiGraph.Cli.Tests;

public sealed partial class DemoCommandTests : IDisposable
{
    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Demo_LoadsTheSampleEstateServesItAndSaysWhatToTry()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task<int> serving = run.RunAsync(stop.Token, "demo", "--port", "0", "--data", run.Folder);
        string said = await run.OutputAsync("Ctrl-C");
        Assert.Contains(run.Folder, said, StringComparison.Ordinal);
        string url = Address().Match(said).Value;

        using var client = new HttpClient();
        foreach (Match tried in Question().Matches(said))
        {
            using HttpResponseMessage answer = await client.PostAsJsonAsync(url + "/graphql", new { query = tried.Groups[1].Value }, TestContext.Current.CancellationToken);
            JsonElement root = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            Assert.False(root.TryGetProperty("errors", out _), root.ToString());
        }

        Assert.Equal(3, Question().Count(said));
        await stop.CancelAsync();
        Assert.Equal(ExitCode.Done, await serving);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();

    [GeneratedRegex(@"^    nhigraph ask '(.*?)' --store", RegexOptions.Multiline)]
    private static partial Regex Question();
}
