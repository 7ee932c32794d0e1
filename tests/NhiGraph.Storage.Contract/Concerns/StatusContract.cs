using System.Collections.Immutable;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using Xunit;

namespace NhiGraph.Storage.Contract.Concerns;

/// <summary>What the store says of its sources.</summary>
public abstract class StatusContract<TStores> : StoreContract<TStores> where TStores : IStoresUnderTest, new()
{
    [Fact]
    public async Task A_skipped_dataset_keeps_its_earlier_state()
    {
        await PublishAsync(new RunChanges(), Some.Dataset(DatasetState.Complete));
        await PublishAsync(new RunChanges(), Some.Dataset(DatasetState.Skipped));

        DatasetStatus status = await DatasetAsync();
        Assert.Equal((DatasetState.Complete, new RunId(1), Some.Time.AddSeconds(30)), (status.State, status.Run, status.AsOf));
    }

    [Fact]
    public async Task A_dataset_that_was_only_ever_skipped_says_so()
    {
        await PublishAsync(new RunChanges(), Some.Dataset(DatasetState.Skipped));
        await PublishAsync(new RunChanges(), Some.Dataset(DatasetState.Skipped));

        DatasetStatus status = await DatasetAsync();
        Assert.Equal((DatasetState.Skipped, new RunId(2)), (status.State, status.Run));
    }

    [Theory]
    [InlineData(DatasetState.Partial)]
    [InlineData(DatasetState.Denied)]
    [InlineData(DatasetState.Failed)]
    [InlineData(DatasetState.Complete)]
    public async Task Every_other_state_replaces_the_earlier_one(DatasetState state)
    {
        await PublishAsync(new RunChanges(), Some.Dataset(DatasetState.Complete));
        await PublishAsync(new RunChanges(), Some.Dataset(state));

        DatasetStatus status = await DatasetAsync();
        Assert.Equal((state, new RunId(2)), (status.State, status.Run));
    }

    [Fact]
    public async Task An_abandoned_run_says_nothing_of_datasets()
    {
        await PublishAsync(new RunChanges(), Some.Dataset(DatasetState.Complete));
        await Store.AbandonAsync(await Store.BeginAsync(Start(rules: "other"), Cancellation), Cancellation);

        StoreStatus status = await Store.StatusAsync(Cancellation);
        Assert.Equal((new RunId(1), "rules-1", new RunId(1)), (status.Version, status.RulesHash, status.Sources.Single().LastRun));
    }

    [Fact]
    public async Task Sources_and_datasets_are_listed_sorted()
    {
        await PublishAsync(Start("b"), [new RunChanges()], Some.Dataset(DatasetState.Complete, "2", "b", "s2"), Some.Dataset(DatasetState.Complete, "1", "b", "s2"), Some.Dataset(DatasetState.Partial, "9", "b", "s1"));
        await PublishAsync(Start("a"), [new RunChanges()]);

        ImmutableArray<SourceStatus> sources = (await Store.StatusAsync(Cancellation)).Sources;
        Assert.Equal(["a", "b"], sources.Select(source => source.Id));
        Assert.Empty(sources[0].Datasets);
        Assert.Equal(["s1 9", "s2 1", "s2 2"], sources[1].Datasets.Select(dataset => $"{dataset.Scope} {dataset.Dataset}"));
    }

    [Fact]
    public async Task A_source_tells_the_last_run_that_read_it()
    {
        await PublishAsync(Start("a"), [new RunChanges()]);
        await PublishAsync(Start("b"), [new RunChanges()]);
        await PublishAsync(Start(null, "rules-9"), [new RunChanges()]);

        StoreStatus status = await Store.StatusAsync(Cancellation);
        Assert.Equal([new RunId(1), new RunId(2)], status.Sources.Select(source => source.LastRun));
        Assert.Equal((new RunId(3), "rules-9"), (status.Version, status.RulesHash));
    }

    [Fact]
    public async Task Counts_follow_what_is_opened_and_closed()
    {
        await PublishAsync(Some.Graph("a b", "b c"));
        await PublishAsync(new RunChanges { NodesRemoved = ["c"], EdgesRemoved = [Some.Derived(Some.Edge("b", "c")).Id], FactsRemoved = [Some.Fact("b").Id, Some.Fact("c").Id] });
        await PublishAsync(new RunChanges { Nodes = [Some.Node("a", "renamed")], Facts = [Some.Fact("a", "1")] });

        StoreStatus status = await Store.StatusAsync(Cancellation);
        Assert.Equal((2L, 1L, 1L), (status.Nodes, status.Edges, status.Facts));
    }

    private async Task<DatasetStatus> DatasetAsync() => (await Store.StatusAsync(Cancellation)).Sources.Single().Datasets.Single();
}
