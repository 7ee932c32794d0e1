using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using NhiGraph.Graph.Csr;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Writer;

namespace NhiGraph.Storage.Sqlite.Tests;

/// <summary>A writer killed at a random moment leaves the last published run whole, and nothing that was acknowledged is lost.</summary>
public sealed class KillTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _store;
    private readonly string _told;

    public KillTests() => (_store, _told) = (_folder.File("store.db"), _folder.File("told.txt"));

    private static int Times => Suite.Long ? 50 : 5;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_killed_writer_loses_nothing_that_was_acknowledged()
    {
        // Another seed each time, told in the output: moments of a kill cannot be repeated anyway.
        int seed = Environment.TickCount;
        var random = new Random(seed);
        int undone = 0, unacknowledged = 0;
        for (int kill = 0; kill < Times; kill++)
        {
            await KillAsync(random, evenBeforeItWrites: kill % 5 == 4);
            (bool hadOpenRun, bool hadUnacknowledged) = await DemandWholeAsync();
            undone += hadOpenRun ? 1 : 0;
            unacknowledged += hadUnacknowledged ? 1 : 0;
        }

        (int Generation, long Version)[] acknowledged = Acknowledged(await ToldAsync());
        Assert.NotEmpty(acknowledged);
        Suite.Ran("kill-9", $"{Times} kills (seed {seed}), {acknowledged.Length} runs acknowledged, {undone} kills within a run, {unacknowledged} between publishing and acknowledging; nothing lost");
    }

    private async Task KillAsync(Random random, bool evenBeforeItWrites)
    {
        long before = Length();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(Generation).Assembly.Location);
        start.ArgumentList.Add(_store);
        start.ArgumentList.Add(_told);
        using Process writer = Process.Start(start)!;
        if (!evenBeforeItWrites)
        {
            // It is killed within or after its second run.
            while (Length() < before + 30 && !writer.HasExited)
            {
                await Task.Delay(5, Cancellation);
            }
        }

        await Task.Delay(random.Next(0, 300), Cancellation);
        Assert.False(writer.HasExited, writer.HasExited ? await writer.StandardError.ReadToEndAsync(Cancellation) : null);
        writer.Kill();
        await writer.WaitForExitAsync(Cancellation);
    }

    /// <summary>Opens the store and compares all of it with the generation that it says it holds.</summary>
    private async Task<(bool HadOpenRun, bool HadUnacknowledged)> DemandWholeAsync()
    {
        string[] told = await ToldAsync();
        (int Generation, long Version)[] acknowledged = Acknowledged(told);
        if (!File.Exists(_store))
        {
            Assert.Empty(acknowledged);
            return (false, false);
        }

        await using SqliteGraphStore store = await SqliteGraphStore.OpenAsync(_store, create: true, Cancellation);
        RunId version = (await store.StatusAsync(Cancellation)).Version;
        Assert.Equal("ok", Integrity());
        HashSet<long> published = [];
        for (RunId? after = null; ;)
        {
            RunPage page = await store.RunsAsync(null, after, 500, Cancellation);
            published.UnionWith(page.Runs.Where(run => run.State == RunState.Published).Select(run => run.Id.Value));
            if (!page.HasMore)
            {
                break;
            }

            after = page.Runs[^1].Id;
        }

        Assert.Subset(published, acknowledged.Select(run => run.Version).ToHashSet());
        Assert.True(published.Count - acknowledged.Length <= Times, "Only the run that was being acknowledged may be missing from the list.");
        if (version.Value > 0)
        {
            await DemandGenerationAsync(store, version, acknowledged.LastOrDefault());
        }

        bool hadUnacknowledged = version.Value > acknowledged.LastOrDefault().Version;
        return (!hadUnacknowledged && told.Length > 0 && told[^1].StartsWith("begin", StringComparison.Ordinal), hadUnacknowledged);
    }

    private static async Task DemandGenerationAsync(SqliteGraphStore store, RunId version, (int Generation, long Version) last)
    {
        Fact[] facts = await store.FactsAsync(version, null, null, Cancellation).ToArrayAsync(Cancellation);
        int generation = int.Parse(facts[0].Content, CultureInfo.InvariantCulture);
        Assert.True(generation >= last.Generation, $"Run {last.Version} was acknowledged as generation {last.Generation}; the store holds {generation}.");
        string[] keys = [.. Enumerable.Range(0, Generation.NodeCount(generation)).Select(Generation.Key)];
        Assert.Equal(keys, facts.Select(fact => fact.Id.Key));
        Assert.All(facts, fact => Assert.Equal($"{generation}", fact.Content));
        var nodes = await store.NodesAsync(version, keys, Cancellation);
        Assert.Equal(keys.Length, nodes.Length);
        Assert.All(nodes, node => Assert.Equal($"{generation}", node.Node[Generation.Property]));
        Assert.Equal(keys.Length, (await store.AssertionsAsync(version, "test:1", Cancellation).ToArrayAsync(Cancellation)).Length);
        DerivedEdge[] edges = await store.EdgesAsync(version, "test:1", Cancellation).ToArrayAsync(Cancellation);
        Assert.Equal(Generation.EdgeCount(generation), edges.Length);
        Assert.All(edges, edge => Assert.Equal($"said in {generation}", edge.Alternatives[0][0].Statement));
        AccessGraph graph = await store.LoadGraphAsync(version, Cancellation);
        Assert.Equal((version.ToString(), keys.Length, edges.Length), (graph.Version, graph.NodeCount, graph.EdgeCount));
    }

    private string Integrity()
    {
        using var connection = new SqliteConnection($"Data Source={_store};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)command.ExecuteScalar()!;
    }

    private long Length() => File.Exists(_told) ? new FileInfo(_told).Length : 0;

    /// <summary>A line that the kill cut off was not told.</summary>
    private async Task<string[]> ToldAsync()
    {
        string text = File.Exists(_told) ? await File.ReadAllTextAsync(_told, Cancellation) : "";
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static (int Generation, long Version)[] Acknowledged(string[] told) => [.. told.Select(line => line.Split(' ')).Where(parts => parts[0] == "done")
        .Select(parts => (int.Parse(parts[1], CultureInfo.InvariantCulture), long.Parse(parts[2], CultureInfo.InvariantCulture)))];
}
