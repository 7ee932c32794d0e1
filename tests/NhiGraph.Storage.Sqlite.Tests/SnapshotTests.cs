using NhiGraph.Graph.Csr;
using NhiGraph.Storage.Contract;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Sqlite.Tests;

/// <summary>The snapshot is used when it is that of the store's last version, and rebuilt from rows in every other case.</summary>
public sealed class SnapshotTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _file;

    public SnapshotTests() => _file = _folder.File("store.db");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Snapshot => _file + ".graph";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_start_after_a_publish_reads_no_rows()
    {
        await PublishAsync("a b", "b c");

        await DemandGraphAsync(rowsRead: 0, "a b", "b c");
    }

    [Fact]
    public async Task A_missing_snapshot_is_rebuilt_and_written_again()
    {
        await PublishAsync("a b");
        File.Delete(Snapshot);

        await DemandGraphAsync(rowsRead: 1, "a b");
        await DemandGraphAsync(rowsRead: 0, "a b");
    }

    [Fact]
    public async Task A_torn_snapshot_is_rebuilt_wherever_it_ends()
    {
        await PublishAsync("a b", "b c");
        byte[] whole = await File.ReadAllBytesAsync(Snapshot, Cancellation);
        foreach (int length in (int[])[0, 1, 31, 32, 40, whole.Length / 2, whole.Length - 1])
        {
            await File.WriteAllBytesAsync(Snapshot, whole[..length], Cancellation);
            await DemandGraphAsync(rowsRead: 1, "a b", "b c");
        }

        Assert.Equal(whole, await File.ReadAllBytesAsync(Snapshot, Cancellation));
    }

    [Fact]
    public async Task A_snapshot_with_any_byte_changed_is_rebuilt()
    {
        await PublishAsync("a b", "b c");
        byte[] whole = await File.ReadAllBytesAsync(Snapshot, Cancellation);
        for (int at = 0; at < whole.Length; at += Math.Max(1, whole.Length / 40))
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x10;
            await File.WriteAllBytesAsync(Snapshot, damaged, Cancellation);
            await DemandGraphAsync(rowsRead: 1, "a b", "b c");
        }
    }

    [Fact]
    public async Task A_snapshot_of_an_older_version_is_rebuilt()
    {
        await PublishAsync("a b");
        byte[] old = await File.ReadAllBytesAsync(Snapshot, Cancellation);
        await PublishAsync("b c");
        await File.WriteAllBytesAsync(Snapshot, old, Cancellation);

        await DemandGraphAsync(rowsRead: 1, "a b", "b c");
        await DemandGraphAsync(rowsRead: 0, "a b", "b c");
    }

    [Fact]
    public async Task A_snapshot_of_another_store_is_rebuilt()
    {
        await PublishAsync("a b");
        string other = _folder.File("other.db");
        await using (SqliteGraphStore store = await SqliteGraphStore.OpenAsync(other, create: true, Cancellation))
        {
            await PublishAsync(store, "x y");
        }

        File.Copy(other + ".graph", Snapshot, overwrite: true);

        await DemandGraphAsync(rowsRead: 1, "a b");
    }

    [Fact]
    public async Task A_snapshot_that_cannot_be_written_does_not_fail_the_run()
    {
        Directory.CreateDirectory(Snapshot + ".tmp");
        await PublishAsync("a b");

        Assert.False(File.Exists(Snapshot));
        await DemandGraphAsync(rowsRead: 1, "a b");
    }

    [Fact]
    public async Task An_older_version_is_read_from_rows_and_leaves_the_snapshot_as_it_is()
    {
        await PublishAsync("a b");
        await PublishAsync("b c");
        byte[] before = await File.ReadAllBytesAsync(Snapshot, Cancellation);
        await using SqliteGraphStore store = await SqliteGraphStore.OpenAsync(_file, create: false, Cancellation);

        AccessGraph old = await store.LoadGraphAsync(new RunId(1), Cancellation);

        Assert.Equal(("1", 1), (old.Version, old.EdgeCount));
        Assert.Equal(before, await File.ReadAllBytesAsync(Snapshot, Cancellation));
    }

    [Fact]
    public async Task The_last_graph_is_read_once()
    {
        await PublishAsync("a b");
        await using SqliteGraphStore store = await SqliteGraphStore.OpenAsync(_file, create: false, Cancellation);

        Assert.Same(await store.LoadGraphAsync(new RunId(1), Cancellation), await store.LoadGraphAsync(new RunId(1), Cancellation));
    }

    private async Task PublishAsync(params string[] edges)
    {
        await using SqliteGraphStore store = await SqliteGraphStore.OpenAsync(_file, create: true, Cancellation);
        await PublishAsync(store, edges);
    }

    private static async Task PublishAsync(SqliteGraphStore store, params string[] edges)
    {
        RunId run = await store.BeginAsync(new RunStart(RunKind.Load, "aws", "aws", Some.Time, "r"), Cancellation);
        await store.WriteAsync(run, Some.Graph(edges), Cancellation);
        await store.PublishAsync(run, new RunOutcome(Some.Time, [], []), Cancellation);
    }

    private async Task DemandGraphAsync(int rowsRead, params string[] edges)
    {
        await using SqliteGraphStore store = await SqliteGraphStore.OpenAsync(_file, create: false, Cancellation);
        RunId version = (await store.StatusAsync(Cancellation)).Version;
        AccessGraph graph = await store.LoadGraphAsync(version, Cancellation);

        Assert.Equal(version.ToString(), graph.Version);
        Assert.Equal(edges, Enumerable.Range(0, graph.EdgeCount).Select(graph.EdgeKeyOf).Select(edge => $"{edge.From} {edge.To}").Order(StringComparer.Ordinal));
        Assert.Equal(rowsRead, store.GraphsReadFromRows);
    }
}
