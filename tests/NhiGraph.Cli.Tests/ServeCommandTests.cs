using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace NhiGraph.Cli.Tests;

public sealed partial class ServeCommandTests : IDisposable
{
    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Serve_Store_AnswersUntilStoppedAndEndsWell()
    {
        await run.RunAsync("load", "aws", "--authorization-details", run.Write("export.json", SmallExport.Details), "--store", run.Store);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task<int> serving = run.RunAsync(stop.Token, "serve", "--store", run.Store, "--urls", "http://127.0.0.1:0");
        string url = Address().Match(await run.OutputAsync("/graphql")).Value;

        using var client = new HttpClient();
        using HttpResponseMessage answer = await client.PostAsJsonAsync(url + "/graphql", new { query = "{ graphVersion }" }, TestContext.Current.CancellationToken);
        Assert.Equal("""{"data":{"graphVersion":"1"}}""", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        using var asking = new CommandRun();
        Assert.Equal((ExitCode.Done, "ready"), (await asking.RunAsync("ready", "--url", url), asking.Out.Trim()));

        await stop.CancelAsync();
        Assert.Equal(ExitCode.Done, await serving);
        Assert.Equal(ExitCode.NotReachable, await asking.RunAsync("ready", "--url", url));
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("https://127.0.0.1:5080")]
    [InlineData("nowhere")]
    public async Task Serve_AddressThatOthersReachOrThatIsNone_IsBadInput(string url)
    {
        await run.RunAsync("load", "aws", "--authorization-details", run.Write("export.json", SmallExport.Details), "--store", run.Store);

        Assert.Equal(ExitCode.BadInput, await run.RunAsync("serve", "--store", run.Store, "--urls", url));
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public async Task Serve_PortInUse_IsBadInputThatSaysSo()
    {
        await run.RunAsync("load", "aws", "--authorization-details", run.Write("export.json", SmallExport.Details), "--store", run.Store);
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        string url = $"http://127.0.0.1:{((System.Net.IPEndPoint)taken.LocalEndpoint).Port}";

        Assert.Equal(ExitCode.BadInput, await run.RunAsync("serve", "--store", run.Store, "--urls", url));
        Assert.Contains("choose another port", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_NoStore_IsNotReachable() => Assert.Equal(ExitCode.NotReachable, await run.RunAsync("serve", "--store", run.Store));

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
