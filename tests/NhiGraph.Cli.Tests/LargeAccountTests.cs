using System.Diagnostics;
using NhiGraph.Loaders.Tests.Aws;

namespace NhiGraph.Cli.Tests;

/// <summary>A load from file to published graph, by the built program over SQLite.</summary>
public sealed class LargeAccountTests : IDisposable
{
    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Load_FiveThousandRoles_StaysUnderOneGibibyteAndNearLinear()
    {
        await LoadAsync(500);
        (double small, _) = await LoadAsync(500);
        (double large, long bytes) = await LoadAsync(5_000);

        TestContext.Current.TestOutputHelper?.WriteLine($"500 roles {small:F1} s; 5,000 roles {large:F1} s, {bytes >> 20} MiB at most");
        Assert.True(bytes < 1L << 30, $"{bytes >> 20} MiB");
        // Time is of the whole process, on a machine that may do other things beside: another order of growth must fail this, a slow moment must not.
        Assert.True(large < 40 * small, $"500 roles took {small:F1} s, 5,000 roles {large:F1} s.");
    }

    private async Task<(double Seconds, long PeakBytes)> LoadAsync(int roles)
    {
        string export = Path.Combine(run.Folder, $"{roles}.json");
        await File.WriteAllBytesAsync(export, GeneratedAccount.AuthorizationDetails(roles, seed: 1), TestContext.Current.CancellationToken);
        string store = Path.Combine(run.Folder, $"{roles}-{Guid.NewGuid():N}.db");
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "nhigraph"), ["load", "aws", "--authorization-details", export, "--store", "sqlite:" + store])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        long begun = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        long peak = 0;
        while (!process.HasExited)
        {
            process.Refresh();
            peak = Math.Max(peak, WorkingSetOf(process));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        double seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        Assert.True(process.ExitCode == ExitCode.Done, $"{await output}\n{await error}");
        return (seconds, peak);
    }

    /// <summary>It may end between being asked whether it has and how large it is.</summary>
    private static long WorkingSetOf(Process process)
    {
        try
        {
            return process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }
}
