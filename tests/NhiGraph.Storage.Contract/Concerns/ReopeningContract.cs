using System.Collections.Immutable;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Copying;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Memory;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using Xunit;

namespace NhiGraph.Storage.Contract.Concerns;

/// <summary>A store outlives its handle.</summary>
public abstract class ReopeningContract<TStores> : StoreContract<TStores> where TStores : IStoresUnderTest, new()
{
    [Fact]
    public async Task A_closed_store_opens_with_all_that_was_published()
    {
        await PublishAsync(Some.Graph("a b"), Some.Dataset(DatasetState.Complete));
        Run second = await PublishAsync(Some.Graph("b c"), Some.Dataset(DatasetState.Partial));
        StoreStatus before = await Store.StatusAsync(Cancellation);
        await Store.DisposeAsync();

        await using IGraphStore again = await Stores.OpenAgainAsync(Store, Cancellation);

        StoreStatus after = await again.StatusAsync(Cancellation);
        Assert.Equal((before.Version, before.RulesHash, before.Nodes, before.Edges, before.Facts), (after.Version, after.RulesHash, after.Nodes, after.Edges, after.Facts));
        Assert.Equal(before.Sources.Single().Datasets, after.Sources.Single().Datasets);
        Assert.Equal(["a", "b", "c"], (await again.FindAsync(second.Id, new NodeQuery(), Cancellation)).Keys);
        Assert.Equal(["a", "b"], (await again.FindAsync(new RunId(1), new NodeQuery(), Cancellation)).Keys);
        Assert.Equal(2, (await again.RunsAsync(null, null, 10, Cancellation)).Total);
    }

    [Fact]
    public async Task What_a_closed_writer_left_open_is_undone()
    {
        await PublishAsync(Some.Graph("a b"));
        RunId open = await Store.BeginAsync(Start(), Cancellation);
        await Store.WriteAsync(open, Some.Graph("c d") with { NodesRemoved = ["a"] }, Cancellation);
        await Store.DisposeAsync();

        await using IGraphStore again = await Stores.OpenAgainAsync(Store, Cancellation);
        RunId next = await again.BeginAsync(Start(), Cancellation);
        await again.PublishAsync(next, Outcome(), Cancellation);

        Assert.Equal(open, next);
        Assert.Equal(2, (await again.RunsAsync(null, null, 10, Cancellation)).Total);
        Assert.Equal(["a", "b"], (await again.FindAsync(next, new NodeQuery(), Cancellation)).Keys);
    }

    [Fact]
    public async Task A_copy_that_was_cut_short_goes_on()
    {
        var random = new RandomRuns(1);
        await using var source = new MemoryGraphStore();
        for (int round = 0; round < 3; round++)
        {
            RunId run = await source.BeginAsync(Start(), Cancellation);
            foreach (RunChanges batch in random.Next())
            {
                await source.WriteAsync(run, batch, Cancellation);
            }

            await source.PublishAsync(run, Outcome(Some.Dataset(DatasetState.Complete)), Cancellation);
        }

        using var cut = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var progress = new Told(step =>
        {
            if (step is { Run.Value: 2, IsDone: false })
            {
                cut.Cancel();
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => StoreCopy.ExecuteAsync(source, Store, progress, cut.Token));
        await Store.DisposeAsync();
        await using IGraphStore again = await Stores.OpenAgainAsync(Store, Cancellation);
        Assert.Equal(new RunId(1), (await again.StatusAsync(Cancellation)).Version);

        Assert.Equal(new CopyReport(new RunId(1), new RunId(3)), await StoreCopy.ExecuteAsync(source, again, null, Cancellation));
        string[] owners = ["s0", "s1"];
        Assert.Equal(await StoreText.OfAsync(source, owners, Cancellation), await StoreText.OfAsync(again, owners, Cancellation));
    }

    [Fact]
    public async Task A_second_handle_sees_what_the_first_publishes()
    {
        await using IGraphStore reader = await Stores.OpenAgainAsync(Store, Cancellation);
        Assert.Equal(default, (await reader.StatusAsync(Cancellation)).Version);
        Run run = await PublishAsync(Some.Graph("a b"));

        Assert.Equal(run.Id, (await reader.StatusAsync(Cancellation)).Version);
        Assert.Equal(["a", "b"], (await reader.FindAsync(run.Id, new NodeQuery(), Cancellation)).Keys);
    }

    [Fact]
    public async Task A_second_handle_cannot_write_while_the_first_does()
    {
        await using IGraphStore other = await Stores.OpenAgainAsync(Store, Cancellation);
        RunId open = await Store.BeginAsync(Start(), Cancellation);

        Assert.Equal(StoreReason.Busy, await ReasonAsync(() => other.BeginAsync(Start(), Cancellation)));
        await Store.PublishAsync(open, Outcome(), Cancellation);
        RunId next = await other.BeginAsync(Start(), Cancellation);
        Assert.True(next > open);
        await other.AbandonAsync(next, Cancellation);
    }

    [Fact]
    public async Task A_cursor_is_good_in_another_handle()
    {
        Run run = await PublishAsync(Some.Nodes([.. Enumerable.Range(0, 10).Select(i => Some.Node($"{i}"))]));
        NodePage page = await Store.FindAsync(run.Id, new NodeQuery { First = 4 }, Cancellation);
        await using IGraphStore other = await Stores.OpenAgainAsync(Store, Cancellation);

        Assert.Equal(["4", "5"], (await other.FindAsync(run.Id, new NodeQuery { First = 2, After = page.Cursors[^1] }, Cancellation)).Keys);
    }

    private sealed class Told(Action<CopyStep> told) : IProgress<CopyStep>
    {
        public void Report(CopyStep value) => told(value);
    }
}
