using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace NhiGraph.Cli.Tests.Moto;

/// <summary>moto's imitation of AWS, on a port of its own.</summary>
internal sealed class MotoServer : IAsyncDisposable
{
    private readonly Process process;

    private MotoServer(Process process, Uri url) => (this.process, Url) = (process, url);

    internal Uri Url { get; }

    /// <summary>Credentials that it takes, as it takes any.</summary>
    internal Dictionary<string, string> Environment => new()
    {
        ["AWS_ENDPOINT_URL"] = Url.AbsoluteUri, ["AWS_ACCESS_KEY_ID"] = "AKIAMOTOEXAMPLE11111", ["AWS_SECRET_ACCESS_KEY"] = "moto", ["AWS_REGION"] = "eu-west-1", ["AWS_DEFAULT_REGION"] = "eu-west-1",
    };

    /// <summary>The first program of this name on the path; null for none.</summary>
    internal static string? OnPath(string program) => (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    internal static async Task<MotoServer> StartAsync(string program, CancellationToken cancellation)
    {
        var url = new Uri($"http://127.0.0.1:{FreePort()}/");
        var start = new ProcessStartInfo(program, ["-H", url.Host, "-p", url.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var server = new MotoServer(Process.Start(start)!, url);
        server.process.OutputDataReceived += (_, _) => { };
        server.process.ErrorDataReceived += (_, _) => { };
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        using var client = new HttpClient();
        for (int tries = 0; ; tries++)
        {
            try
            {
                using HttpResponseMessage answer = await client.GetAsync(new Uri(url, "moto-api/data.json"), cancellation);
                return server;
            }
            catch (HttpRequestException) when (tries < 600 && !server.process.HasExited)
            {
                await Task.Delay(200, cancellation);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
