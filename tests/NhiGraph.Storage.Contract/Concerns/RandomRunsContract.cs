using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using Xunit;

namespace NhiGraph.Storage.Contract.Concerns;

/// <summary>Random sequences of runs against <see cref="NaiveModel"/>: the store is equal to it, as sets, at every version.</summary>
public abstract class RandomRunsContract<TStores> : StoreContract<TStores> where TStores : IStoresUnderTest, new()
{
#pragma warning disable CA1000 // xunit asks the test's class for it
    public static TheoryData<int> Seeds { get; } = [.. TStores.SeedsOf(RandomRuns.All)];
#pragma warning restore CA1000

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_store_is_equal_to_the_naive_model_at_every_version(int seed)
    {
        var random = new RandomRuns(seed);
        var versions = new List<(RunId Version, NaiveModel Model)> { (default, new NaiveModel()) };
        for (int round = 0; round < 12; round++)
        {
            RunChanges[] batches = random.Next();
            NaiveModel next = versions[^1].Model.After(batches);
            if (round % 4 == 3)
            {
                RunId lost = await Store.BeginAsync(Start(), Cancellation);
                await Store.WriteAsync(lost, batches[0], Cancellation);
                await Store.AbandonAsync(lost, Cancellation);
            }

            Run run = await PublishAsync(Start(), batches);
            Assert.Equal((next.Opened, next.Closed), (run.Opened, run.Closed));
            versions.Add((run.Id, next));
            StoreStatus status = await Store.StatusAsync(Cancellation);
            Assert.Equal((run.Id, next.Nodes.Count, next.Merged().Count(), next.Facts.Count), (status.Version, (int)status.Nodes, (int)status.Edges, (int)status.Facts));
        }

        foreach ((RunId version, NaiveModel model) in versions)
        {
            await DemandEqualAsync(model, version);
            for (int query = 0; query < 6; query++)
            {
                await DemandSameListingAsync(model, version, random.Query());
            }
        }
    }

    private async Task DemandEqualAsync(NaiveModel model, RunId version)
    {
        Assert.Equal(model.Facts.Values.OrderBy(fact => fact.Id, FactKeyOrder.Instance).Select(fact => (fact.Id, fact.Content)), (await FactsAsync(version)).Select(fact => (fact.Id, fact.Content)));
        Assert.Equal(model.Terms, (await Store.TermsAsync(version, Cancellation).ToArrayAsync(Cancellation)).ToHashSet());
        foreach (string owner in (string[])["s0", "s1"])
        {
            Assert.Equal(model.Assertions.Values.Where(assertion => assertion.Owner == owner).ToHashSet(), (await Store.AssertionsAsync(version, owner, Cancellation).ToArrayAsync(Cancellation)).ToHashSet());
            Assert.Equal(model.Edges.Values.Where(edge => edge.Owner == owner).ToHashSet(), (await Store.EdgesAsync(version, owner, Cancellation).ToArrayAsync(Cancellation)).ToHashSet());
        }

        string[] keys = [.. Enumerable.Range(0, 14).Select(key => $"key:{key}")];
        ImmutableArray<StoredNode> nodes = await Store.NodesAsync(version, keys, Cancellation);
        Assert.Equal(model.Nodes.Values.ToHashSet(), nodes.Select(node => node.Node).ToHashSet());
        Assert.All(nodes, node => Assert.Equal(
            model.Assertions.Keys.Where(assertion => assertion.Node == node.Node.Key).Select(assertion => assertion.Fact).Order(FactKeyOrder.Instance), node.Assertions.Select(assertion => assertion.Fact).Order(FactKeyOrder.Instance)));
        Assert.Equal(model.Assertions.Values.ToHashSet(), (await Store.AssertionsOfAsync(version, keys, Cancellation)).ToHashSet());
        EdgeKey[] edges = [.. model.Edges.Keys.Select(edge => edge.Edge), new EdgeKey(EdgeKind.Holds, "key:0", "key:1", "")];
        Assert.Equal(model.Merged().ToHashSet(), (await Store.EdgesOfAsync(version, edges, Cancellation)).Select(edge => edge.Derived).ToHashSet());
    }

    private async Task DemandSameListingAsync(NaiveModel model, RunId version, NodeQuery query)
    {
        string[] expected = [.. NaiveListing.Of(model.Nodes.Values, query)];
        var keys = new List<string>();
        string? after = null;
        NodePage page;
        do
        {
            page = await Store.FindAsync(version, query with { After = after }, Cancellation);
            Assert.Equal(expected.Length, page.Total);
            keys.AddRange(page.Keys);
            after = page.Cursors.LastOrDefault();
        }
        while (page.HasMore);

        Assert.Equal(expected, keys);
    }
}
