using System.Collections.Concurrent;
using NhiGraph.Storage.Neo4j.Tests.Servers;
using NhiGraph.Storage.Neo4j.Writer;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Tests.Kills;

/// <summary>A server killed at random moments while runs are loaded: the loader goes on when it is there again, loses nothing, and readers see whole runs.</summary>
public sealed class ServerKillTests
{
    private static int Times => Suite.Long ? 20 : 1;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_load_survives_the_servers_death()
    {
        await using OwnServer server = await OwnServer.StartAsync();
        int seed = Environment.TickCount;
        var random = new Random(seed);
        var told = new ConcurrentQueue<string>();
        await using Neo4jGraphStore store = await Neo4jGraphStore.OpenAsync(server.Options, create: true, TimeProvider.System, Cancellation);
        using var stop = new CancellationTokenSource();
        Task loading = Task.Run(() => GenerationLoop.RunAsync(store, told.Enqueue, stop.Token), Cancellation);
        int within = 0;
        for (int kill = 0; kill < Times; kill++)
        {
            int before = told.Count;
            while (told.Count < before + 3)
            {
                Assert.False(loading.IsFaulted, loading.Exception?.ToString());
                await Task.Delay(5, Cancellation);
            }

            await Task.Delay(random.Next(0, 1_500), Cancellation);
            within += told.Last().StartsWith("begin", StringComparison.Ordinal) ? 1 : 0;
            await server.KillAsync();
            await server.UpAsync();
            await DemandWholeAsync(server.Options, GenerationCheck.Acknowledged(told));
        }

        await stop.CancelAsync();
        await loading;
        (int Generation, long Version)[] acknowledged = GenerationCheck.Acknowledged(told);
        Assert.Equal(acknowledged[^1].Generation, await DemandWholeAsync(server.Options, acknowledged));
        Assert.True(store.Client.Figures.Repeats > 0);
        Suite.Ran("neo4j-kill-9-server", $"{Times} kills (seed {seed}), {within} within a run, {acknowledged.Length} runs acknowledged, {store.Client.Figures.Repeats} requests sent again; nothing lost");
    }

    /// <summary>The loader goes on meanwhile, so that the version that is read need not stay the last.</summary>
    private static async Task<int> DemandWholeAsync(Neo4jOptions server, (int Generation, long Version)[] acknowledged)
    {
        await using Neo4jGraphStore reader = await Neo4jGraphStore.OpenAsync(server, create: false, TimeProvider.System, Cancellation);
        RunId version = (await reader.StatusAsync(Cancellation)).Version;
        Assert.True(version.Value >= acknowledged[^1].Version, $"Run {acknowledged[^1].Version} was acknowledged; the store is at {version}.");
        int generation = await GenerationCheck.DemandWholeAsync(reader, version, Cancellation);
        Assert.True(generation >= acknowledged[^1].Generation);
        return generation;
    }
}
