using System.Collections.Immutable;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using Xunit;

namespace NhiGraph.Storage.Contract.Concerns;

/// <summary>Readers and one writer at a time, from many tasks.</summary>
public abstract class ConcurrencyContract<TStores> : StoreContract<TStores> where TStores : IStoresUnderTest, new()
{
    [Fact]
    public async Task A_reader_during_a_run_sees_the_version_before_it_whole()
    {
        Run first = await PublishAsync(Some.Graph("a b"));
        RunId open = await Store.BeginAsync(Start(), Cancellation);
        for (int batch = 0; batch < 5; batch++)
        {
            await Store.WriteAsync(open, Some.Nodes([.. Enumerable.Range(0, 50).Select(i => Some.Node($"new {batch} {i}"))]) with { NodesRemoved = batch == 0 ? ["a"] : [] }, Cancellation);
            Assert.Equal(["a", "b"], await NodeKeysAsync(first.Id));
            Assert.Equal(2, (await FactsAsync(first.Id)).Length);
            Assert.Equal(2, (await Store.StatusAsync(Cancellation)).Nodes);
        }

        Run second = await Store.PublishAsync(open, Outcome(), Cancellation);
        Assert.Equal(251, (await Store.FindAsync(second.Id, new NodeQuery(), Cancellation)).Total);
        Assert.Equal(["a", "b"], await NodeKeysAsync(first.Id));
    }

    [Fact]
    public async Task A_reading_that_began_before_a_publish_goes_on_in_its_version()
    {
        Run first = await PublishAsync(new RunChanges { Facts = [.. Enumerable.Range(0, 200).Select(i => Some.Fact($"{i:d3}", "old"))] });
        int seen = 0;
        await foreach (Fact fact in Store.FactsAsync(first.Id, null, null, Cancellation))
        {
            if (seen++ == 10)
            {
                await PublishAsync(new RunChanges { Facts = [.. Enumerable.Range(0, 100).Select(i => Some.Fact($"{i:d3}", "new"))], FactsRemoved = [.. Enumerable.Range(100, 100).Select(i => Some.Fact($"{i:d3}").Id)] });
            }

            Assert.Equal("old", fact.Content);
        }

        Assert.Equal(200, seen);
    }

    [Fact]
    public async Task Readers_never_see_half_a_run_while_runs_are_published()
    {
        // Every run gives all nodes one generation: a reader that saw two of them would have seen half a run.
        const int Nodes = 40;
        RunChanges Generation(int generation) => new() { Nodes = [.. Enumerable.Range(0, Nodes).Select(i => Some.Node($"n{i}", $"generation {generation}", NodeKinds.Identity, ("g", $"{generation}")))] };
        await PublishAsync(Generation(0));
        using var done = new CancellationTokenSource();
        Task<int>[] readers = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            int reads = 0;
            while (!done.IsCancellationRequested || reads < 5)
            {
                RunId version = (await Store.StatusAsync(Cancellation)).Version;
                ImmutableArray<StoredNode> nodes = await Store.NodesAsync(version, [.. Enumerable.Range(0, Nodes).Select(i => $"n{i}")], Cancellation);
                NodePage page = await Store.FindAsync(version, new NodeQuery { Where = [new PropertyFilter("g", [nodes[0].Node["g"]])] }, Cancellation);
                Assert.Equal(Nodes, nodes.Length);
                Assert.Single(nodes.Select(node => node.Node["g"]).Distinct());
                Assert.Equal(Nodes, page.Total);
                reads++;
            }

            return reads;
        }, Cancellation))];

        for (int generation = 1; generation <= 20; generation++)
        {
            RunId run = await Store.BeginAsync(Start(), Cancellation);
            RunChanges all = Generation(generation);
            await Store.WriteAsync(run, all with { Nodes = all.Nodes[..(Nodes / 2)] }, Cancellation);
            await Store.WriteAsync(run, all with { Nodes = all.Nodes[(Nodes / 2)..] }, Cancellation);
            await Store.PublishAsync(run, Outcome(), Cancellation);
        }

        await done.CancelAsync();
        Assert.All(await Task.WhenAll(readers), reads => Assert.True(reads >= 5));
    }

    [Fact]
    public async Task Of_many_writers_at_once_exactly_one_gets_the_place()
    {
        Task<RunId?>[] writers = [.. Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            try
            {
                return (RunId?)await Store.BeginAsync(new RunStart(RunKind.Load, "aws", "aws", Some.Time, "r"), Cancellation);
            }
            catch (StoreException busy) when (busy.Reason == StoreReason.Busy)
            {
                return null;
            }
        }, Cancellation))];

        RunId winner = Assert.Single((await Task.WhenAll(writers)).OfType<RunId>());
        Assert.Equal(winner, (await Store.PublishAsync(winner, Outcome(), Cancellation)).Id);
    }

    [Fact]
    public async Task Batches_of_one_run_may_be_written_from_many_tasks()
    {
        RunId run = await Store.BeginAsync(Start(), Cancellation);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(batch => Task.Run(() =>
            Store.WriteAsync(run, Some.Nodes([.. Enumerable.Range(0, 20).Select(i => Some.Node($"{batch} {i}"))]), Cancellation), Cancellation)));
        Run published = await Store.PublishAsync(run, Outcome(), Cancellation);

        Assert.Equal(600, published.Opened);
        Assert.Equal(200, (await Store.StatusAsync(Cancellation)).Nodes);
    }
}
