using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using Xunit;

namespace NhiGraph.Storage.Contract.Concerns;

/// <summary>What a run closes is gone from its version on, and only that.</summary>
public abstract class ClosingContract<TStores> : StoreContract<TStores> where TStores : IStoresUnderTest, new()
{
    [Fact]
    public async Task A_node_closed_with_its_last_assertion_is_gone()
    {
        await PublishAsync(Some.Graph("a b"));
        Run run = await PublishAsync(new RunChanges
        {
            NodesRemoved = ["b"], AssertionsRemoved = [Some.Assertion(Some.Node("b"), Some.Fact("b")).Id], FactsRemoved = [Some.Fact("b").Id], EdgesRemoved = [Some.Derived(Some.Edge("a", "b")).Id],
        });

        Assert.Equal((0L, 4L), (run.Opened, run.Closed));
        Assert.Equal(["a"], await NodeKeysAsync(run.Id));
        Assert.Empty(await Store.NodesAsync(run.Id, ["b"], Cancellation));
        Assert.Empty(await Store.AssertionsOfAsync(run.Id, ["b"], Cancellation));
        Assert.Empty(await Store.EdgesOfAsync(run.Id, [Some.Edge("a", "b").Key], Cancellation));
        StoreStatus status = await Store.StatusAsync(Cancellation);
        Assert.Equal((1L, 0L, 1L), (status.Nodes, status.Edges, status.Facts));
    }

    [Fact]
    public async Task A_node_with_another_assertion_left_stays()
    {
        GraphNode node = Some.Node("a");
        Assertion one = Some.Assertion(node, Some.Fact("1")), two = Some.Assertion(node, Some.Fact("2"));
        await PublishAsync(new RunChanges { Nodes = [node], Assertions = [one, two] });
        Run run = await PublishAsync(new RunChanges { AssertionsRemoved = [one.Id] });

        StoredNode stored = Assert.Single(await Store.NodesAsync(run.Id, ["a"], Cancellation));
        Assert.Equal(two.Fact, Assert.Single(stored.Assertions).Fact);
    }

    [Fact]
    public async Task A_node_without_edges_stays()
    {
        await PublishAsync(Some.Graph("a b"));
        Run run = await PublishAsync(new RunChanges { EdgesRemoved = [Some.Derived(Some.Edge("a", "b")).Id] });

        Assert.Equal(["a", "b"], await NodeKeysAsync(run.Id));
        Assert.Equal(0, (await Store.StatusAsync(Cancellation)).Edges);
    }

    [Fact]
    public async Task A_partial_run_that_closes_nothing_leaves_all_as_it_was()
    {
        await PublishAsync(Some.Graph("a b"), Some.Dataset(DatasetState.Complete, facts: 2));
        Run partial = await PublishAsync(Some.Nodes(Some.Node("a")), Some.Dataset(DatasetState.Partial, facts: 1));

        Assert.Equal((0L, 0L), (partial.Opened, partial.Closed));
        Assert.Equal(["a", "b"], await NodeKeysAsync(partial.Id));
        Assert.Equal(2, (await FactsAsync(partial.Id)).Length);
    }

    [Fact]
    public async Task What_comes_back_is_opened_anew_and_keeps_when_it_was_first_seen()
    {
        await PublishAsync(Some.Graph("a b"));
        await PublishAsync(new RunChanges { NodesRemoved = ["a"] });
        Run back = await PublishAsync(Some.Nodes(Some.Node("a")));

        Assert.Equal((1L, 0L), (back.Opened, back.Closed));
        Assert.Equal(Some.Time, Assert.Single(await Store.NodesAsync(back.Id, ["a"], Cancellation)).FirstSeen);
        Assert.Equal(["b"], await NodeKeysAsync(new RunId(2)));
    }

    [Fact]
    public async Task One_owner_closing_an_edge_leaves_what_the_other_states()
    {
        GraphEdge edge = Some.Edge("a", "b", EdgeKind.Contains);
        await PublishAsync(Some.Nodes(Some.Node("a", kinds: NodeKinds.Resource), Some.Node("b", kinds: NodeKinds.Resource)) with { Edges = [Some.Derived(edge, "s1"), Some.Derived(edge, "s2", "other")] });
        Assert.Equal(1, (await Store.StatusAsync(Cancellation)).Edges);

        Run one = await PublishAsync(new RunChanges { EdgesRemoved = [new DerivedEdgeKey("s1", edge.Key)] });
        Assert.Equal("s2", Assert.Single(await Store.EdgesOfAsync(one.Id, [edge.Key], Cancellation)).Derived.Owner);
        Assert.Equal(1, (await Store.StatusAsync(Cancellation)).Edges);

        Run none = await PublishAsync(new RunChanges { EdgesRemoved = [new DerivedEdgeKey("s2", edge.Key)] });
        Assert.Empty(await Store.EdgesOfAsync(none.Id, [edge.Key], Cancellation));
        Assert.Equal(0, (await Store.StatusAsync(Cancellation)).Edges);
    }

    [Fact]
    public async Task An_edge_handed_from_one_owner_to_another_in_one_run_is_counted_once()
    {
        GraphEdge edge = Some.Edge("a", "b");
        await PublishAsync(Some.Graph("a b"));
        await PublishAsync(new RunChanges { EdgesRemoved = [new DerivedEdgeKey(Some.Scope, edge.Key)], Edges = [Some.Derived(edge, "s2")] });

        Assert.Equal(1, (await Store.StatusAsync(Cancellation)).Edges);
    }
}
