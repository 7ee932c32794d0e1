using System.ComponentModel;
using System.Diagnostics;
using NhiGraph.Api.Tests.Schema;

namespace NhiGraph.Api.Tests.Http;

/// <summary>The audits of npm graphql-http against the running server. They need Node: without it the test is skipped, unless NHIGRAPH_REQUIRE names node.</summary>
public sealed class AuditTests
{
    private const int Audits = 61;

    private static string Folder => Path.Combine(SchemaTextTests.RepositoryRoot(), "tests/NhiGraph.Api.Tests/audits");

    [Fact]
    public async Task Every_audit_of_graphql_over_http_passes()
    {
        bool required = Environment.GetEnvironmentVariable("NHIGRAPH_REQUIRE")?.Split(',').Contains("node") == true;
        Assert.SkipUnless(required || (await RunAsync("node", "--version"))?.Code == 0, "Node is not on this machine.");
        if (!Directory.Exists(Path.Combine(Folder, "node_modules/graphql-http")))
        {
            (int code, string said) = (await RunAsync("npm", "ci", "--no-audit", "--no-fund"))!.Value;
            Assert.True(code == 0, said);
        }

        await using RunningServer server = await RunningServer.StartAsync();
        (int status, string output) = (await RunAsync("node", "audit.mjs", server.GraphQl.ToString()))!.Value;
        string[] results = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(status == 0, output);
        string[] failed = [.. results.Where(result => !result.StartsWith("ok\t", StringComparison.Ordinal))];
        Assert.Empty(failed);
        Assert.Equal(Audits, results.Length);
    }

    /// <summary>Null when there is no such program.</summary>
    private static async Task<(int Code, string Output)?> RunAsync(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, process.ExitCode == 0 ? output : output + await errors);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
