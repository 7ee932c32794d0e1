using System.Diagnostics;
using NhiGraph.Storage.Contract;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite;

namespace NhiGraph.Cli.Tests;

/// <summary>A copy killed at any moment leaves whole runs, and the same command goes on until both stores say the same of every version.</summary>
public sealed class CopyKillTests : IDisposable
{
    private const int Runs = 40;
    private static readonly string[] Owners = ["s0", "s1"];
    private readonly CommandRun run = new();

    private static int Kills => Suite.Long ? 30 : 3;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string CopyFile => Path.Combine(run.Folder, "copy.db");

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task A_killed_copy_goes_on_where_it_was()
    {
        int seed = Environment.TickCount;
        var random = new Random(seed);
        await using SqliteGraphStore source = await SqliteGraphStore.OpenAsync(Path.Combine(run.Folder, "store.db"), create: true, Cancellation);
        await WriteAsync(source, new RandomRuns(7));
        var reached = new List<long>();
        for (int kill = 0; kill < Kills; kill++)
        {
            if (reached.LastOrDefault() == Runs)
            {
                File.Delete(CopyFile);
                reached.Clear();
            }

            using Process copy = Start();
            await WritesAsync(copy);
            await Task.Delay(random.Next(0, 300), Cancellation);
            copy.Kill();
            await copy.WaitForExitAsync(Cancellation);
            reached.Add(await ReachedAsync());
            Assert.True(reached.Count < 2 || reached[^1] >= reached[^2], $"A kill lost runs: {string.Join(", ", reached)} (seed {seed}).");
        }

        using Process last = Start();
        Task<string> error = last.StandardError.ReadToEndAsync(Cancellation);
        await last.WaitForExitAsync(Cancellation);
        Assert.True(last.ExitCode == ExitCode.Done, await error);
        await using SqliteGraphStore target = await SqliteGraphStore.OpenAsync(CopyFile, create: false, Cancellation);
        Assert.Equal(await StoreText.OfAsync(source, Owners, Cancellation), await StoreText.OfAsync(target, Owners, Cancellation));
        Suite.Ran("copy-kill-9", $"{Kills} kills (seed {seed}) of a copy of {Runs} runs, the last after runs {string.Join(", ", reached)}; nothing lost, the copy equal at every version");
    }

    private static async Task WriteAsync(SqliteGraphStore store, RandomRuns random)
    {
        for (int number = 0; number < Runs; number++)
        {
            DateTimeOffset time = Some.Time.AddMinutes(number);
            RunId id = await store.BeginAsync(new RunStart(RunKind.Load, "aws", "aws", time, "rules"), Cancellation);
            foreach (RunChanges batch in random.Next())
            {
                await store.WriteAsync(id, batch, Cancellation);
            }

            await (number % 10 == 9 ? store.AbandonAsync(id, Cancellation) : store.PublishAsync(id, new RunOutcome(time, [Some.Dataset(DatasetState.Complete)], []), Cancellation));
        }
    }

    private Process Start() => Process.Start(new ProcessStartInfo(
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "nhigraph.exe" : "nhigraph"), ["copy", "--from", run.Store, "--to", "sqlite:" + CopyFile])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    /// <summary>Until it writes runs, or is done: what comes before is the start of a process. The log is empty whenever nobody has the store open.</summary>
    private async Task WritesAsync(Process copy)
    {
        var log = new FileInfo(CopyFile + "-wal");
        while (!copy.HasExited && (!log.Exists || log.Length == 0))
        {
            await Task.Delay(5, Cancellation);
            log.Refresh();
        }
    }

    private async Task<long> ReachedAsync()
    {
        if (!File.Exists(CopyFile))
        {
            return 0;
        }

        await using SqliteGraphStore copy = await SqliteGraphStore.OpenAsync(CopyFile, create: true, Cancellation);
        return (await copy.RunsAsync(null, null, 1, Cancellation)).Total;
    }
}
