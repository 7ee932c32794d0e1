using NhiGraph.Storage.Contract;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Engine;

namespace NhiGraph.Storage.Sqlite.Tests;

/// <summary>What SQLite says of its surroundings, as the store's reasons; what was published survives.</summary>
public sealed class DiskFullTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(13, StoreReason.NoSpace)]
    [InlineData(10, StoreReason.NoSpace)]
    [InlineData(5, StoreReason.Busy)]
    [InlineData(261, StoreReason.Busy)]
    [InlineData(6, StoreReason.Busy)]
    [InlineData(26, StoreReason.Unreadable)]
    [InlineData(11, StoreReason.Unreadable)]
    [InlineData(14, StoreReason.Unreachable)]
    [InlineData(8, StoreReason.Unreachable)]
    public void A_code_of_SQLite_is_a_reason_with_the_file_and_a_remedy(int code, StoreReason reason)
    {
        StoreException failure = SqliteFailure.Of(code, "detail", "/data/store.db");

        Assert.Equal(reason, failure.Reason);
        Assert.Contains("/data/store.db", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_ends_the_run_and_keeps_what_was_published()
    {
        string file = _folder.File("store.db");
        await using SqliteGraphStore store = await SqliteGraphStore.OpenAsync(file, create: true, Cancellation);
        RunId first = await store.BeginAsync(new RunStart(RunKind.Load, "aws", "aws", Some.Time, "r"), Cancellation);
        await store.WriteAsync(first, Some.Graph("a b"), Cancellation);
        await store.PublishAsync(first, new RunOutcome(Some.Time, [], []), Cancellation);

        // SQLite's own bound on the file's size answers as a full disk does.
        store.MostPages = 40;
        RunId run = await store.BeginAsync(new RunStart(RunKind.Load, "aws", "aws", Some.Time, "r"), Cancellation);
        StoreException full = await Assert.ThrowsAsync<StoreException>(async () =>
        {
            for (int batch = 0; batch < 100; batch++)
            {
                await store.WriteAsync(run, new RunChanges { Facts = [Some.Fact($"{batch}", new string('x', 50_000))] }, Cancellation);
            }
        });
        Assert.Equal(StoreReason.NoSpace, full.Reason);
        StoreException lost = await Assert.ThrowsAsync<StoreException>(() => store.PublishAsync(run, new RunOutcome(Some.Time, [], []), Cancellation));
        Assert.Equal(StoreReason.RunLost, lost.Reason);
        await store.AbandonAsync(run, Cancellation);

        store.MostPages = null;
        Assert.Equal(first, (await store.StatusAsync(Cancellation)).Version);
        RunId next = await store.BeginAsync(new RunStart(RunKind.Load, "aws", "aws", Some.Time, "r"), Cancellation);
        await store.WriteAsync(next, Some.Graph("b c"), Cancellation);
        await store.PublishAsync(next, new RunOutcome(Some.Time, [], []), Cancellation);
        Assert.Equal(3, (await store.StatusAsync(Cancellation)).Nodes);
    }
}
