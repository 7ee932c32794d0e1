using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using Xunit;

namespace NhiGraph.Storage.Contract.Concerns;

/// <summary>How runs begin, end and are remembered.</summary>
public abstract class RunsContract<TStores> : StoreContract<TStores> where TStores : IStoresUnderTest, new()
{
    [Fact]
    public async Task A_new_store_is_empty_at_version_0()
    {
        StoreStatus status = await Store.StatusAsync(Cancellation);

        Assert.Equal(default, status.Version);
        Assert.Null(status.RulesHash);
        Assert.Empty(status.Sources);
        Assert.Equal((0, 0, 0), (status.Nodes, status.Edges, status.Facts));
        Assert.Empty(await FactsAsync(default));
        Assert.Empty((await Store.FindAsync(default, new NodeQuery(), Cancellation)).Keys);
    }

    [Fact]
    public async Task The_first_run_is_number_1_and_the_next_are_higher()
    {
        Run first = await PublishAsync(Some.Graph("a b"));
        Run second = await PublishAsync(Some.Graph("a c"));

        Assert.Equal(new RunId(1), first.Id);
        Assert.True(second.Id > first.Id);
        Assert.Equal(second.Id, (await Store.StatusAsync(Cancellation)).Version);
    }

    [Fact]
    public async Task An_open_run_is_seen_by_no_reader()
    {
        Run first = await PublishAsync(Some.Graph("a b"));
        RunId open = await Store.BeginAsync(Start(), Cancellation);
        await Store.WriteAsync(open, Some.Graph("c d") with { NodesRemoved = ["a"] }, Cancellation);

        StoreStatus status = await Store.StatusAsync(Cancellation);
        Assert.Equal((first.Id, 2L, 1L, 2L), (status.Version, status.Nodes, status.Edges, status.Facts));
        Assert.Equal(["a", "b"], await NodeKeysAsync(first.Id));
        Assert.Equal(StoreReason.NoSuchVersion, await ReasonAsync(() => NodeKeysAsync(open)));
        await Store.AbandonAsync(open, Cancellation);
    }

    [Fact]
    public async Task A_published_run_is_seen_whole()
    {
        Run run = await PublishAsync(Start(), [Some.Graph("a b"), Some.Graph("c d")]);

        StoreStatus status = await Store.StatusAsync(Cancellation);
        Assert.Equal((4L, 2L, 4L), (status.Nodes, status.Edges, status.Facts));
        Assert.Equal(["a", "b", "c", "d"], await NodeKeysAsync(run.Id));
    }

    [Fact]
    public async Task An_abandoned_run_changes_nothing_and_is_remembered()
    {
        Run first = await PublishAsync(Some.Graph("a b"));
        RunId open = await Store.BeginAsync(Start(), Cancellation);
        await Store.WriteAsync(open, Some.Graph("c d") with { NodesRemoved = ["a"], FactsRemoved = [Some.Fact("a").Id] }, Cancellation);
        await Store.AbandonAsync(open, Cancellation);

        Assert.Equal(first.Id, (await Store.StatusAsync(Cancellation)).Version);
        Assert.Equal(["a", "b"], await NodeKeysAsync(first.Id));
        Assert.Equal(2, (await FactsAsync(first.Id)).Length);
        Run remembered = (await Store.RunsAsync(null, null, 10, Cancellation)).Runs[0];
        Assert.Equal((open, RunState.Abandoned, 0L, 0L), (remembered.Id, remembered.State, remembered.Opened, remembered.Closed));
        Assert.Null(remembered.FinishedAt);
    }

    [Fact]
    public async Task After_an_abandoned_run_the_next_one_can_begin()
    {
        RunId lost = await Store.BeginAsync(Start(), Cancellation);
        await Store.AbandonAsync(lost, Cancellation);
        Run next = await PublishAsync(Some.Graph("a b"));

        Assert.True(next.Id > lost);
        Assert.Equal(["a", "b"], await NodeKeysAsync(next.Id));
    }

    [Fact]
    public async Task A_second_writer_is_refused_as_busy()
    {
        RunId open = await Store.BeginAsync(Start(), Cancellation);

        Assert.Equal(StoreReason.Busy, await ReasonAsync(() => Store.BeginAsync(Start(), Cancellation)));
        await Store.PublishAsync(open, Outcome(), Cancellation);
    }

    [Fact]
    public async Task Writing_to_a_published_run_is_refused()
    {
        Run run = await PublishAsync(Some.Graph("a b"));

        Assert.Equal(StoreReason.RunLost, await ReasonAsync(() => Store.WriteAsync(run.Id, Some.Graph("c d"), Cancellation)));
        Assert.Equal(StoreReason.RunLost, await ReasonAsync(() => Store.PublishAsync(run.Id, Outcome(), Cancellation)));
        Assert.Equal(StoreReason.RunLost, await ReasonAsync(() => Store.AbandonAsync(run.Id, Cancellation)));
    }

    [Fact]
    public async Task Writing_to_another_run_than_the_open_one_is_refused()
    {
        RunId open = await Store.BeginAsync(Start(), Cancellation);

        Assert.Equal(StoreReason.RunLost, await ReasonAsync(() => Store.WriteAsync(new RunId(open.Value + 1), Some.Graph("c d"), Cancellation)));
        Assert.Equal(open, (await Store.PublishAsync(open, Outcome(), Cancellation)).Id);
    }

    [Fact]
    public async Task A_run_that_changed_nothing_is_published_too()
    {
        Run run = await PublishAsync(new RunChanges(), Some.Dataset(DatasetState.Complete, facts: 0));

        Assert.Equal((0L, 0L), (run.Opened, run.Closed));
        Assert.Equal(run.Id, (await Store.StatusAsync(Cancellation)).Version);
    }

    [Fact]
    public async Task A_run_is_remembered_as_it_was_told()
    {
        RunStart start = Start("aws", "rules-7");
        RunId id = await Store.BeginAsync(start, Cancellation);
        await Store.WriteAsync(id, Some.Graph("a b"), Cancellation);
        RunOutcome outcome = Outcome(Some.Dataset(DatasetState.Complete), Some.Dataset(DatasetState.Partial, "iam-users", facts: 7)) with
        {
            Problems = [new Problem("NHI-AWS-003", "It is not “JSON”.", "Export again.", "a.json#/0"), new Problem("NHI-AWS-004", "s", "r", null)],
        };
        Run published = await Store.PublishAsync(id, outcome, Cancellation);
        Run remembered = (await Store.RunsAsync(null, null, 1, Cancellation)).Runs.Single();

        foreach (Run run in (Run[])[published, remembered])
        {
            Assert.Equal((id, RunKind.Load, RunState.Published, "aws", "aws", "rules-7"), (run.Id, run.Kind, run.State, run.Source, run.SourceKind, run.RulesHash));
            Assert.Equal((start.StartedAt, outcome.FinishedAt), (run.StartedAt, run.FinishedAt));
            Assert.Equal(outcome.Datasets, run.Datasets);
            Assert.Equal(outcome.Problems, run.Problems);
            Assert.Equal((7L, 0L), (run.Opened, run.Closed));
        }
    }

    [Fact]
    public async Task A_derive_run_has_no_source()
    {
        await PublishAsync(Start(null, "rules-2"), [new RunChanges()]);

        Run run = (await Store.RunsAsync(null, null, 1, Cancellation)).Runs.Single();
        Assert.Equal((RunKind.Derive, null, null), (run.Kind, run.Source, run.SourceKind));
        Assert.Equal("rules-2", (await Store.StatusAsync(Cancellation)).RulesHash);
    }

    [Fact]
    public async Task Runs_are_paged_newest_first()
    {
        for (int i = 0; i < 5; i++)
        {
            await PublishAsync(new RunChanges());
        }

        RunPage first = await Store.RunsAsync(null, null, 2, Cancellation);
        RunPage last = await Store.RunsAsync(null, new RunId(2), 2, Cancellation);

        Assert.Equal([5, 4], first.Runs.Select(run => run.Id.Value));
        Assert.True(first.HasMore);
        Assert.Equal(5, first.Total);
        Assert.Equal([1], last.Runs.Select(run => run.Id.Value));
        Assert.False(last.HasMore);
    }

    [Fact]
    public async Task Runs_of_one_source_are_listed_alone()
    {
        await PublishAsync(Start("aws"), [new RunChanges()]);
        await PublishAsync(Start("github"), [new RunChanges()]);
        await PublishAsync(Start(null), [new RunChanges()]);

        RunPage page = await Store.RunsAsync("github", null, 10, Cancellation);

        Assert.Equal("github", Assert.Single(page.Runs).Source);
        Assert.Equal(1, page.Total);
    }

    [Fact]
    public async Task A_version_that_no_run_published_is_refused()
    {
        Run run = await PublishAsync(new RunChanges());
        var none = new RunId(run.Id.Value + 1);

        Assert.Equal(StoreReason.NoSuchVersion, await ReasonAsync(() => Store.FindAsync(none, new NodeQuery(), Cancellation)));
        Assert.Equal(StoreReason.NoSuchVersion, await ReasonAsync(() => Store.NodesAsync(new RunId(-1), ["a"], Cancellation)));
        Assert.Equal(StoreReason.NoSuchVersion, await ReasonAsync(() => FactsAsync(none)));
        Assert.Equal(StoreReason.NoSuchVersion, await ReasonAsync(() => Store.LoadGraphAsync(none, Cancellation)));
    }

    [Fact]
    public async Task A_cancelled_call_does_not_begin()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.BeginAsync(Start(), source.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.StatusAsync(source.Token));
        Assert.Equal(new RunId(1), (await PublishAsync(new RunChanges())).Id);
    }

    [Fact]
    public async Task A_disposed_store_says_so()
    {
        await Store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => Store.StatusAsync(Cancellation));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Store.BeginAsync(Start(), Cancellation));
    }
}
