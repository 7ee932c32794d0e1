using System.Diagnostics;
using NhiGraph.Storage.Neo4j.Tests.Servers;
using NhiGraph.Storage.Neo4j.Writer;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Tests.Kills;

/// <summary>A loader killed at a random moment leaves the last published run whole, nothing that was acknowledged is lost, and the next start repairs.</summary>
public sealed class LoaderKillTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nhigraph-kill-");

    private static int Times => Suite.Long ? 20 : 3;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Told => Path.Combine(_folder.FullName, "told.txt");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_killed_loader_loses_nothing_that_was_acknowledged()
    {
        using EmptyDatabase database = await EmptyDatabase.TakeAsync(TestServer.Open, Cancellation);
        Neo4jOptions options = database.Options with { LeaseFor = TimeSpan.FromSeconds(2) };
        // Another seed each time, told in the output: moments of a kill cannot be repeated anyway.
        int seed = Environment.TickCount;
        var random = new Random(seed);
        int within = 0;
        for (int kill = 0; kill < Times; kill++)
        {
            within += await KillAsync(options, random) ? 1 : 0;
            await DemandWholeAsync(options);
        }

        (int Generation, long Version)[] acknowledged = GenerationCheck.Acknowledged(await ToldAsync());
        Assert.NotEmpty(acknowledged);
        Suite.Ran("neo4j-kill-9-loader", $"{Times} kills (seed {seed}), {within} within a run, {acknowledged.Length} runs acknowledged; nothing lost");
    }

    /// <summary>Within or after its second run; tells whether a run was open.</summary>
    private async Task<bool> KillAsync(Neo4jOptions options, Random random)
    {
        int before = (await ToldAsync()).Length;
        var start = new ProcessStartInfo("dotnet", [typeof(GenerationLoop).Assembly.Location, options.Server.ToString(), Told]) { RedirectStandardError = true, RedirectStandardOutput = true };
        using Process loader = Process.Start(start)!;
        while ((await ToldAsync()).Length < before + 3 && !loader.HasExited)
        {
            await Task.Delay(5, Cancellation);
        }

        await Task.Delay(random.Next(0, 2_000), Cancellation);
        Assert.False(loader.HasExited, loader.HasExited ? await loader.StandardError.ReadToEndAsync(Cancellation) : null);
        loader.Kill();
        await loader.WaitForExitAsync(Cancellation);
        return (await ToldAsync())[^1].StartsWith("begin", StringComparison.Ordinal);
    }

    /// <summary>Readable at once, as the kill left it; then a writer takes the place, and there is no trace of the run that was cut off.</summary>
    private async Task DemandWholeAsync(Neo4jOptions options)
    {
        await using Neo4jGraphStore store = await Neo4jGraphStore.OpenAsync(options, create: false, TimeProvider.System, Cancellation);
        RunId version = (await store.StatusAsync(Cancellation)).Version;
        int generation = await GenerationCheck.DemandWholeAsync(store, version, Cancellation);
        (int Generation, long Version) last = GenerationCheck.Acknowledged(await ToldAsync()).Last();
        Assert.True(generation >= last.Generation && version.Value >= last.Version, $"Run {last.Version} was acknowledged as generation {last.Generation}; the store holds {generation}.");
        RunId next = await store.BeginAsync(new RunStart(RunKind.Load, "test", "test", TimeProvider.System.GetUtcNow(), "rules"), Cancellation);

        // The statement by which the loader published may have gone on at the server after its death.
        RunId published = (await store.StatusAsync(Cancellation)).Version;
        Assert.InRange(published.Value - version.Value, 0, 1);
        Assert.Equal(published.Value + 1, next.Value);
        Assert.Equal(generation + (published.Value - version.Value), await GenerationCheck.DemandWholeAsync(store, published, Cancellation));
        Assert.Equal("", await Leftovers.OfAsync(store.Client, next.Value, Cancellation));
        await store.PublishAsync(next, new RunOutcome(TimeProvider.System.GetUtcNow(), [], []), Cancellation);
    }

    private async Task<string[]> ToldAsync()
    {
        if (!File.Exists(Told))
        {
            return [];
        }

        using var reader = new StreamReader(new FileStream(Told, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        string text = await reader.ReadToEndAsync(Cancellation);
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
