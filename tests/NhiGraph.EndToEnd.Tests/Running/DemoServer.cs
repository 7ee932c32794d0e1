using System.Diagnostics;
using System.Text.RegularExpressions;

namespace NhiGraph.EndToEnd.Tests.Running;

/// <summary><c>nhigraph demo</c>, or <c>serve</c>, as a process of its own on a free port, with a store of its own.</summary>
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

    internal static Task<DemoServer> StartAsync()
    {
        string folder = Directory.CreateTempSubdirectory("nhigraph-e2e-").FullName;
        return ServeAsync(folder, "demo", "--port", "0", "--data", folder);
    }

    /// <summary>Serves an AWS account of the folder <c>Estates</c>, loaded into a store of its own.</summary>
    internal static async Task<DemoServer> OfAsync(string estate)
    {
        string folder = Directory.CreateTempSubdirectory("nhigraph-e2e-").FullName, from = Path.Combine(AppContext.BaseDirectory, "Estates", estate), store = "sqlite:" + Path.Combine(folder, "estate.db");
        using Process load = Run("load", "aws", "--authorization-details", Path.Combine(from, "details.json"), "--organization", Path.Combine(from, "organization.json"), "--store", store);
        string said = await load.StandardOutput.ReadToEndAsync() + await load.StandardError.ReadToEndAsync();
        await load.WaitForExitAsync();
        return load.ExitCode == 0 ? await ServeAsync(folder, "serve", "--store", store, "--urls", "http://127.0.0.1:0") : throw new InvalidOperationException($"nhigraph load ended with {load.ExitCode}:\n{said}");
    }

    private static Process Run(params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "nhigraph.dll"), .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    }) ?? throw new InvalidOperationException("dotnet did not start.");

    private static async Task<DemoServer> ServeAsync(string folder, params string[] arguments)
    {
        Process process = Run(arguments);
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
                ? throw new InvalidOperationException($"nhigraph {arguments[0]} ended with {process.ExitCode}:\n{Text(said)}")
                : new DemoServer(process, folder, await address.Task);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"nhigraph {arguments[0]} did not say where it listens:\n{Text(said)}");
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
