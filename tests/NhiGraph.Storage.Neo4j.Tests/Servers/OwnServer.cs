using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using NhiGraph.Storage.Neo4j.QueryApi;

namespace NhiGraph.Storage.Neo4j.Tests.Servers;

/// <summary>
/// A server of a test's own, which it may kill: started by the program that NHIGRAPH_TEST_NEO4J_PROGRAM names (as <c>../shared/neo4j/bin/neo4j</c> is one), in a folder of its own
/// and on the port of NHIGRAPH_TEST_NEO4J_PORT, else a free one.
/// </summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private const int BoltBehindHttp = 213, FirstPort = 18_000, Ports = 8_000;

    /// <summary>How the program ends where the server did not answer in time.</summary>
    private const int TooSlow = 6;

    /// <summary>On a busy machine a server may take minutes to be there again; what is tested is that nothing is lost, not when.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly string _program;
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("nhigraph-neo4j-");
    private readonly int _port;

    private OwnServer(string program) => (_program, _port) = (program, int.TryParse(Environment.GetEnvironmentVariable("NHIGRAPH_TEST_NEO4J_PORT"), CultureInfo.InvariantCulture, out int port) ? port : FreePort());

    internal Neo4jOptions Options => new(new Uri($"http://127.0.0.1:{_port}"), "neo4j") { LeaseFor = TimeSpan.FromSeconds(30), RetryFor = Patience, RetryWritesFor = Patience };

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

    /// <summary>Starts it and waits until its database answers, which is later than its port does.</summary>
    internal async Task UpAsync()
    {
        await RunAsync("start");
        await using var client = new QueryApiClient(Options, TimeProvider.System);
        for (long began = Stopwatch.GetTimestamp(); ;)
        {
            try
            {
                await client.ExecuteAsync(new Query(CypherFile.Of("x", "RETURN 1"), new()), TestContext.Current.CancellationToken);
                return;
            }
            catch (StoreException) when (Stopwatch.GetElapsedTime(began) < Patience)
            {
                await Task.Delay(100);
            }
        }
    }

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
        for (int left = 2; ; left--)
        {
            using Process process = Process.Start(start)!;
            await process.WaitForExitAsync();
            if (process.ExitCode == TooSlow && left > 0)
            {
                continue;
            }

            Assert.True(process.ExitCode == 0, $"neo4j {command} on port {_port} ended with {process.ExitCode}.");
            return;
        }
    }

    /// <summary>One whose Bolt port is free too, below those that the system lends to outgoing connections: while the server is dead nobody else must get it.</summary>
    private static int FreePort()
    {
        while (true)
        {
            int port = FirstPort + Random.Shared.Next(Ports);
            using var http = new TcpListener(IPAddress.Loopback, port);
            using var bolt = new TcpListener(IPAddress.Loopback, port + BoltBehindHttp);
            try
            {
                http.Start();
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
