using NhiGraph.Graph.Model;
using NhiGraph.Storage.Copying;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Memory;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using Xunit;

namespace NhiGraph.Storage.Contract.Concerns;

/// <summary>A store's history can be copied into another and out of it again, and all of them answer alike.</summary>
public abstract class CopyingContract<TStores> : StoreContract<TStores> where TStores : IStoresUnderTest, new()
{
#pragma warning disable CA1000 // xunit asks the test's class for it
    public static TheoryData<int> Seeds { get; } = [.. TStores.SeedsOf(RandomRuns.All)];
#pragma warning restore CA1000

    private static readonly string[] Owners = [Some.Scope, "s0", "s1"];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_copy_and_a_copy_of_the_copy_answer_alike_at_every_version(int seed)
    {
        var random = new RandomRuns(seed);
        for (int round = 0; round < 8; round++)
        {
            await RunAsync(random, abandonedFirst: round % 3 == 1);
        }

        await using var memory = new MemoryGraphStore();
        await using IGraphStore again = await Stores.OpenNewAsync(Cancellation);
        CopyReport report = await StoreCopy.ExecuteAsync(Store, memory, null, Cancellation);
        await StoreCopy.ExecuteAsync(memory, again, null, Cancellation);

        string text = await TextAsync(Store);
        Assert.Equal((default, new RunId(11)), (report.Before, report.Last));
        Assert.Equal(text, await TextAsync(memory));
        Assert.Equal(text, await TextAsync(again));
    }

    [Fact]
    public async Task A_copy_has_the_same_graph()
    {
        await PublishAsync(Some.Graph("a b", "b c"), Some.Dataset(DatasetState.Complete));
        Run second = await PublishAsync(Some.Graph("a c") with { EdgesRemoved = [Some.Derived(Some.Edge("a", "b")).Id] }, Some.Dataset(DatasetState.Partial));
        await using IGraphStore copy = await Stores.OpenNewAsync(Cancellation);

        await StoreCopy.ExecuteAsync(Store, copy, null, Cancellation);

        foreach (RunId version in (RunId[])[new(1), second.Id])
        {
            Assert.Equal(GraphText.Of(await Store.LoadGraphAsync(version, Cancellation)), GraphText.Of(await copy.LoadGraphAsync(version, Cancellation)));
        }
    }

    [Fact]
    public async Task An_empty_store_is_copied_to_an_empty_store()
    {
        await using IGraphStore copy = await Stores.OpenNewAsync(Cancellation);

        Assert.Equal(new CopyReport(default, default), await StoreCopy.ExecuteAsync(Store, copy, null, Cancellation));
        Assert.Equal(0, (await copy.RunsAsync(null, null, 1, Cancellation)).Total);
    }

    [Fact]
    public async Task A_copy_is_brought_up_to_date()
    {
        var random = new RandomRuns(1);
        await RunAsync(random, abandonedFirst: true);
        await using IGraphStore copy = await Stores.OpenNewAsync(Cancellation);
        await StoreCopy.ExecuteAsync(Store, copy, null, Cancellation);
        await RunAsync(random, abandonedFirst: true);

        Assert.Equal(new CopyReport(new RunId(2), new RunId(4)), await StoreCopy.ExecuteAsync(Store, copy, null, Cancellation));
        Assert.Equal(await TextAsync(Store), await TextAsync(copy));
        Assert.Equal(new CopyReport(new RunId(4), new RunId(4)), await StoreCopy.ExecuteAsync(Store, copy, null, Cancellation));
    }

    [Fact]
    public async Task A_target_with_another_history_is_refused_and_left_as_it_is()
    {
        await PublishAsync(Some.Graph("a b"));
        await using var other = new MemoryGraphStore();
        RunId run = await other.BeginAsync(new RunStart(RunKind.Load, "github", "github", Some.Time.AddDays(1), "rules"), Cancellation);
        await other.PublishAsync(run, new RunOutcome(Some.Time.AddDays(1), [], []), Cancellation);

        CopyRefusedException refused = await Assert.ThrowsAsync<CopyRefusedException>(() => StoreCopy.ExecuteAsync(other, Store, null, Cancellation));

        Assert.Contains("its run 1 (LOAD of aws, PUBLISHED, started 2026-03-01T12:00:00Z, 7 opened, 0 closed) is not the source's run 1 (LOAD of github", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await Store.RunsAsync(null, null, 1, Cancellation)).Total);
    }

    [Fact]
    public async Task A_target_that_went_on_is_refused()
    {
        await PublishAsync(Some.Graph("a b"));
        await using var ahead = new MemoryGraphStore();
        await StoreCopy.ExecuteAsync(Store, ahead, null, Cancellation);
        RunId run = await ahead.BeginAsync(Start(), Cancellation);
        await ahead.PublishAsync(run, Outcome(), Cancellation);

        CopyRefusedException refused = await Assert.ThrowsAsync<CopyRefusedException>(() => StoreCopy.ExecuteAsync(Store, ahead, null, Cancellation));
        Assert.Contains("all 1 runs of the source and 1 of its own", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>A run of the random sequence, with what other suites do not vary: sources, rules, datasets, problems, an abandoned run before it.</summary>
    private async Task RunAsync(RandomRuns random, bool abandonedFirst)
    {
        RunChanges[] batches = random.Next();
        if (abandonedFirst)
        {
            RunId lost = await Store.BeginAsync(Start("github", "rules-0"), Cancellation);
            await Store.WriteAsync(lost, batches[0], Cancellation);
            await Store.AbandonAsync(lost, Cancellation);
        }

        RunId id = await Store.BeginAsync(Start(abandonedFirst ? null : "aws", "rules-2"), Cancellation);
        foreach (RunChanges batch in batches)
        {
            await Store.WriteAsync(id, batch, Cancellation);
        }

        RunOutcome outcome = Outcome(Some.Dataset(DatasetState.Complete, "d1", scope: "s1"), Some.Dataset(abandonedFirst ? DatasetState.Skipped : DatasetState.Partial, "d0", scope: "s0"));
        await Store.PublishAsync(id, outcome with { Problems = [new Problem("NHI-AWS-003", "It is not “JSON”.", "Export again.", "a.json#/0")] }, Cancellation);
    }

    private static Task<string> TextAsync(IGraphStore store) => StoreText.OfAsync(store, Owners, Cancellation);
}
