using System.Diagnostics;
using System.Text.RegularExpressions;

namespace NhiGraph.EndToEnd.Tests.Running;

/// <summary><c>nhigraph demo</c> as a process of its own on a free port, with a store of its own.</summary>
internal sealed partial class DemoServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly string _folder;

    private DemoServer(Process process, string folder, Uri address)
    {
        _process = process;
        _folder = folder;
        Address = address;
    }

    internal Uri Address { get; }

    /// <summary>Whether the explorer was built with the program.</summary>
    internal static bool HasExplorer => File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "index.html"));

    internal static async Task<DemoServer> StartAsync()
    {
        string folder = Directory.CreateTempSubdirectory("nhigraph-e2e-").FullName;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "nhigraph.dll"), "demo", "--port", "0", "--data", folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var said = new List<string>();
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.ErrorDataReceived += (_, line) => Keep(said, line.Data);
        process.OutputDataReceived += (_, line) =>
        {
            Keep(said, line.Data);
            if (line.Data is not null && Loopback().Match(line.Data) is { Success: true } found)
            {
                address.TrySetResult(new Uri(found.Value));
            }
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            Task ended = process.WaitForExitAsync();
            return await Task.WhenAny(address.Task, ended).WaitAsync(StartLimit) == ended
                ? throw new InvalidOperationException($"nhigraph demo ended with {process.ExitCode}:\n{Text(said)}")
                : new DemoServer(process, folder, await address.Task);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"nhigraph demo did not say where it listens:\n{Text(said)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Keep(List<string> said, string? line)
    {
        lock (said)
        {
            said.Add(line ?? "");
        }
    }

    private static string Text(List<string> said)
    {
        lock (said)
        {
            return string.Join('\n', said);
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9][0-9]*")]
    private static partial Regex Loopback();
}
