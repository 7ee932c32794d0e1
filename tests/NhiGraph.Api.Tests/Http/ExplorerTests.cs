using System.Net;

namespace NhiGraph.Api.Tests.Http;

public sealed class ExplorerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("explorer").FullName;

    public ExplorerTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "assets"));
        File.WriteAllText(Path.Combine(_folder, "index.html"), "<title>explorer</title>");
        File.WriteAllText(Path.Combine(_folder, "graphiql.html"), "<title>graphiql</title>");
        File.WriteAllText(Path.Combine(_folder, "assets/app-1a2b.js"), "1");
    }

    [Theory]
    [InlineData("/", "<title>explorer</title>", "no-cache")]
    [InlineData("/entity/aws%3Aarn%3Aaws%3Aiam%3A%3A1%3Arole%2Fdeploy", "<title>explorer</title>", "no-cache")]
    [InlineData("/entity/my.role", "<title>explorer</title>", "no-cache")]
    [InlineData("/graphiql", "<title>graphiql</title>", "no-cache")]
    [InlineData("/assets/app-1a2b.js", "1", "public, max-age=31536000, immutable")]
    public async Task A_built_explorer_is_served(string path, string text, string caching)
    {
        await using RunningServer server = await RunningServer.StartAsync(with: options => options with { ExplorerDirectory = _folder });
        using HttpResponseMessage response = await server.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(text, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(caching, string.Join(", ", response.Headers.GetValues("Cache-Control")));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_not_the_page()
    {
        await using RunningServer server = await RunningServer.StartAsync(with: options => options with { ExplorerDirectory = _folder });
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync("/assets/gone-3c4d.js", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Without_a_build_one_line_says_so()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string said = await server.Client.GetStringAsync("/", TestContext.Current.CancellationToken);
        Assert.Contains("not built", Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
