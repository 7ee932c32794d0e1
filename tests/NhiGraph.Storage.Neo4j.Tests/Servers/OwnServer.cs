using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace NhiGraph.Storage.Neo4j.Tests.Servers;

/// <summary>
/// A server of a test's own, which it may kill: started by the program that NHIGRAPH_TEST_NEO4J_PROGRAM names (as <c>../shared/neo4j/bin/neo4j</c> is one), in a folder of its own
/// and on the port of NHIGRAPH_TEST_NEO4J_PORT, else a free one.
/// </summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private const int BoltBehindHttp = 213;
    private readonly string _program;
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("nhigraph-neo4j-");
    private readonly int _port;

    private OwnServer(string program) => (_program, _port) = (program, int.TryParse(Environment.GetEnvironmentVariable("NHIGRAPH_TEST_NEO4J_PORT"), CultureInfo.InvariantCulture, out int port) ? port : FreePort());

    internal Neo4jOptions Options => new(new Uri($"http://127.0.0.1:{_port}"), "neo4j") { LeaseFor = TimeSpan.FromSeconds(2) };

    /// <summary>The folder of its databases.</summary>
    internal string Data => Path.Combine(_home.FullName, "data");

    /// <summary>Skips the calling test where no program is named, unless NHIGRAPH_REQUIRE asks for <c>neo4j</c>.</summary>
    /// <param name="before">What is done to it before it starts.</param>
    internal static async Task<OwnServer> StartAsync(Func<OwnServer, Task>? before = null)
    {
        string? program = Environment.GetEnvironmentVariable("NHIGRAPH_TEST_NEO4J_PROGRAM");
        if (TestServer.Required)
        {
            Assert.True(program is { Length: > 0 }, "NHIGRAPH_REQUIRE asks for Neo4j and NHIGRAPH_TEST_NEO4J_PROGRAM names no program to start a server with.");
        }

        Assert.SkipWhen(string.IsNullOrEmpty(program), "No Neo4j that may be killed: NHIGRAPH_TEST_NEO4J_PROGRAM is not set.");
        var server = new OwnServer(program!);
        try
        {
            await (before?.Invoke(server) ?? Task.CompletedTask);
            await server.UpAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    internal Task UpAsync() => RunAsync("start");

    /// <summary>Runs what an export says, in its folder, with this server's program in place of <c>neo4j-admin</c>.</summary>
    internal async Task ImportAsync(string folder, string command)
    {
        string[] words = command.Split([' ', '\\', '\n'], StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("neo4j-admin", words[0]);
        var start = new ProcessStartInfo(_program, ["admin", "--home", _home.FullName, "--", .. words[1..]]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> told = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{command}\nended with {process.ExitCode}.\n{await told}\n{await error}");
    }

    /// <summary>kill -9.</summary>
    internal async Task KillAsync()
    {
        using Process server = Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(Path.Combine(_home.FullName, "neo4j.pid")), CultureInfo.InvariantCulture));
        server.Kill();
        while (!server.HasExited)
        {
            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync("stop");
        _home.Delete(recursive: true);
    }

    private async Task RunAsync(string command)
    {
        var start = new ProcessStartInfo(_program, [command, "--port", $"{_port}", "--home", _home.FullName, "--heap", "512m", "--pagecache", "128m"]);
        using Process process = Process.Start(start)!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"neo4j {command} ended with {process.ExitCode}.");
    }

    /// <summary>One whose Bolt port is free too.</summary>
    private static int FreePort()
    {
        while (true)
        {
            using var http = new TcpListener(IPAddress.Loopback, 0);
            http.Start();
            int port = ((IPEndPoint)http.LocalEndpoint).Port;
            using var bolt = new TcpListener(IPAddress.Loopback, Math.Min(port + BoltBehindHttp, IPEndPoint.MaxPort));
            try
            {
                bolt.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken; another pair is not.
            }
        }
    }
}
