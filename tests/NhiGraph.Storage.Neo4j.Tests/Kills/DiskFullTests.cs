using System.Diagnostics;
using NhiGraph.Storage.Contract;
using NhiGraph.Storage.Neo4j.Tests.Servers;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Tests.Kills;

/// <summary>A server whose disk is full says so with a reason; once there is space and it is started again, what was published is there and loads go on.</summary>
public sealed class DiskFullTests
{
    /// <summary>Neo4j sets 512 MB aside for the logs of its two databases before anything is written.</summary>
    private const string Small = "size=600m", Large = "size=2g";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_disk_ends_the_run_and_keeps_what_was_published()
    {
        Assert.SkipUnless(Suite.Long, "A server of its own, started twice: long form only. What the server answers is told by a stub in QueryApiClientTests.");
        string? disk = null;
        try
        {
            await using OwnServer server = await OwnServer.StartAsync(async server =>
            {
                Directory.CreateDirectory(server.Data);
                Assert.SkipWhen(await RunAsync("mount", "-t", "tmpfs", "-o", Small, "tmpfs", server.Data) != 0, "No right to mount a small disk here.");
                disk = server.Data;
            });
            try
            {
                await DemandAsync(server);
            }
            finally
            {
                // The server goes on with what it has open; its folder can be deleted once it is stopped.
                await RunAsync("umount", "-l", disk!);
                disk = null;
            }
        }
        finally
        {
            if (disk is not null)
            {
                await RunAsync("umount", "-l", disk);
            }
        }
    }

    private static async Task DemandAsync(OwnServer server)
    {
        RunId first;
        await using (Neo4jGraphStore store = await Neo4jGraphStore.OpenAsync(server.Options, create: true, TimeProvider.System, Cancellation))
        {
            first = await BeginAsync(store);
            await store.WriteAsync(first, Some.Graph("a b"), Cancellation);
            await store.PublishAsync(first, new RunOutcome(Some.Time, [], []), Cancellation);

            RunId run = await BeginAsync(store);
            StoreException full = await Assert.ThrowsAsync<StoreException>(async () =>
            {
                for (int batch = 0; batch < 1_000; batch++)
                {
                    await store.WriteAsync(run, new RunChanges { Facts = [.. Enumerable.Range(0, 20).Select(i => Some.Fact($"{batch}-{i}", new string('x', 100_000)))] }, Cancellation);
                }
            });
            Assert.Equal(StoreReason.NoSpace, full.Reason);
            Assert.Contains("what was published is safe", full.Message, StringComparison.Ordinal);
        }

        Assert.Equal(0, await RunAsync("mount", "-o", "remount," + Large, server.Data));
        await server.KillAsync();
        await server.UpAsync();
        await using Neo4jGraphStore again = await Neo4jGraphStore.OpenAsync(server.Options, create: false, TimeProvider.System, Cancellation);
        Assert.Equal((first, 2L), ((await again.StatusAsync(Cancellation)).Version, (await again.StatusAsync(Cancellation)).Nodes));
        RunId next = await BeginAsync(again);
        await again.WriteAsync(next, Some.Graph("b c"), Cancellation);
        await again.PublishAsync(next, new RunOutcome(Some.Time, [], []), Cancellation);
        Assert.Equal(3, (await again.StatusAsync(Cancellation)).Nodes);
        Assert.Equal(3, (await again.StatusAsync(Cancellation)).Facts);
    }

    private static Task<RunId> BeginAsync(Neo4jGraphStore store) => store.BeginAsync(new RunStart(RunKind.Load, "aws", "aws", Some.Time, "r"), Cancellation);

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;
    }
}
