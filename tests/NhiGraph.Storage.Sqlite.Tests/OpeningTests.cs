using Microsoft.Data.Sqlite;
using NhiGraph.Storage.Contract;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Engine;
using NhiGraph.Storage.Sqlite.Opening;

namespace NhiGraph.Storage.Sqlite.Tests;

/// <summary>Which files are stores, which are brought up to date, and what is said of the others.</summary>
public sealed class OpeningTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _file;

    public OpeningTests() => _file = _folder.File("store.db");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_that_is_no_database_is_unreadable_and_left_as_it_is()
    {
        await File.WriteAllTextAsync(_file, new string('x', 5000), Cancellation);

        await RefusedAsync(StoreReason.Unreadable);
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(_file, Cancellation));
    }

    [Fact]
    public async Task A_database_of_another_program_is_unreadable_and_left_as_it_is()
    {
        Execute("CREATE TABLE node (id INTEGER)");

        await RefusedAsync(StoreReason.Unreadable);
        Assert.Equal("delete", Text("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task A_missing_file_is_unreachable_unless_it_may_be_made()
    {
        await RefusedAsync(StoreReason.Unreachable, create: false);
        Assert.False(File.Exists(_file));
        await using SqliteGraphStore made = await SqliteGraphStore.OpenAsync(_file, create: true, Cancellation);
        Assert.True(File.Exists(_file));
    }

    [Fact]
    public async Task A_missing_folder_is_unreachable()
    {
        StoreException refused = await Assert.ThrowsAsync<StoreException>(() => SqliteGraphStore.OpenAsync(_folder.File("none/store.db"), create: true, Cancellation));

        Assert.Equal(StoreReason.Unreachable, refused.Reason);
        Assert.Contains("none/store.db", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_nothing_can_be_written_to_is_unreachable()
    {
        // /proc takes no files, whoever asks.
        Assert.SkipUnless(Directory.Exists("/proc/self"), "There is no /proc.");
        StoreException refused = await Assert.ThrowsAsync<StoreException>(() => SqliteGraphStore.OpenAsync("/proc/store.db", create: true, Cancellation));

        Assert.Equal(StoreReason.Unreachable, refused.Reason);
    }

    [Fact]
    public async Task A_folder_instead_of_a_file_is_unreachable()
    {
        Directory.CreateDirectory(_file);

        await RefusedAsync(StoreReason.Unreachable);
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        await (await SqliteGraphStore.OpenAsync(_file, create: true, Cancellation)).DisposeAsync();
        Execute("INSERT INTO schema_step (number, name) VALUES (99, 'of the future')");

        await RefusedAsync(StoreReason.TooNew);
        Assert.Equal("99", Text("SELECT max(number) FROM schema_step"));
    }

    [Fact]
    public async Task A_damaged_store_is_unreadable()
    {
        await using (SqliteGraphStore store = await SqliteGraphStore.OpenAsync(_file, create: true, Cancellation))
        {
            await PublishAsync(store, Some.Graph("a b"));
        }

        byte[] bytes = await File.ReadAllBytesAsync(_file, Cancellation);
        Array.Fill(bytes, (byte)0xA5, 100, bytes.Length - 100);
        await File.WriteAllBytesAsync(_file, bytes, Cancellation);

        await RefusedAsync(StoreReason.Unreadable);
    }

    [Fact]
    public async Task An_empty_file_becomes_a_store()
    {
        await File.WriteAllBytesAsync(_file, [], Cancellation);
        await using SqliteGraphStore store = await SqliteGraphStore.OpenAsync(_file, create: true, Cancellation);

        Assert.Equal(new RunId(1), (await PublishAsync(store, Some.Graph("a b"))).Id);
    }

    [Fact]
    public async Task A_store_of_the_first_schema_step_is_upgraded_and_keeps_its_facts()
    {
        StoreFile.Prepare(_file, mayCreate: true, steps: 1);
        Execute("""
            INSERT INTO run (id, kind, state, source, source_kind, rules_hash, started_at, finished_at, problems, opened, facts)
            VALUES (1, 0, 1, 'aws', 'aws', 'rules-0', '2026-03-01T12:00:00.0000000Z', '2026-03-01T12:00:30.0000000Z', '[]', 1, 1);
            INSERT INTO dataset (id, source, scope, dataset) VALUES (7, 'aws', 'aws:111111111111', 'iam-roles');
            INSERT INTO dataset_run (run, position, dataset_id, state, facts) VALUES (1, 0, 7, 1, 1);
            INSERT INTO fact_key (id, dataset_id, key) VALUES (3, 7, 'a');
            INSERT INTO fact (fact_id, opened, closed, content, locator) VALUES (3, 1, 9223372036854775807, '{}', 'export.json#/a')
            """);
        Assert.Equal("1", Text("SELECT max(number) FROM schema_step"));
        string id = Text("SELECT hex(id) FROM store");

        await using SqliteGraphStore store = await SqliteGraphStore.OpenAsync(_file, create: false, Cancellation);

        StoreStatus status = await store.StatusAsync(Cancellation);
        Assert.Equal((new RunId(1), "rules-0", 1L, 0L, 0L), (status.Version, status.RulesHash, status.Facts, status.Nodes, status.Edges));
        Assert.Equal(Some.Fact("a"), await store.FactsAsync(new RunId(1), null, null, Cancellation).SingleAsync(Cancellation));
        Run next = await PublishAsync(store, Some.Graph("a b"));
        Assert.Equal((new RunId(2), 6L, 0L), (next.Id, next.Opened, next.Closed));
        Assert.Equal(["a", "b"], (await store.FindAsync(next.Id, new NodeQuery(), Cancellation)).Keys);
        Assert.Equal(SqlText.SchemaSteps.Select(step => $"{step.Number} {step.Name}"), Text("SELECT group_concat(number || ' ' || name, '|') FROM schema_step").Split('|'));
        Assert.Equal(id, Text("SELECT hex(id) FROM store"));
    }

    [Fact]
    public async Task Many_that_make_one_store_at_once_make_one()
    {
        SqliteGraphStore[] stores = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SqliteGraphStore.OpenAsync(_file, create: true, Cancellation)));

        await PublishAsync(stores[0], Some.Graph("a b"));
        foreach (SqliteGraphStore store in stores)
        {
            Assert.Equal(new RunId(1), (await store.StatusAsync(Cancellation)).Version);
            await store.DisposeAsync();
        }

        Assert.Equal("1", Text("SELECT count(*) FROM store"));
    }

    [Fact]
    public void Schema_steps_are_numbered_from_1_without_gaps() =>
        Assert.Equal(Enumerable.Range(1, SqlText.SchemaSteps.Count), SqlText.SchemaSteps.Select(step => step.Number));

    private static async Task<Run> PublishAsync(SqliteGraphStore store, RunChanges changes)
    {
        RunId run = await store.BeginAsync(new RunStart(RunKind.Load, "aws", "aws", Some.Time, "r"), Cancellation);
        await store.WriteAsync(run, changes, Cancellation);
        return await store.PublishAsync(run, new RunOutcome(Some.Time, [], []), Cancellation);
    }

    private async Task RefusedAsync(StoreReason reason, bool create = true)
    {
        StoreException refused = await Assert.ThrowsAsync<StoreException>(() => SqliteGraphStore.OpenAsync(_file, create, Cancellation));
        Assert.Equal(reason, refused.Reason);
        Assert.Contains(_file, refused.Message, StringComparison.Ordinal);
    }

#pragma warning disable CA2100 // the tests' own statements
    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_file};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private string Text(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_file};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture)!;
    }
}
