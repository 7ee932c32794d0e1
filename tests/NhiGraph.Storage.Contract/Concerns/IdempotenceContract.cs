using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using Xunit;

namespace NhiGraph.Storage.Contract.Concerns;

/// <summary>What is open already is not opened again.</summary>
public abstract class IdempotenceContract<TStores> : StoreContract<TStores> where TStores : IStoresUnderTest, new()
{
    private static RunChanges Export { get; } = Some.Graph("a b", "b c", "c d") with { Terms = [new JoinTerm(Some.Scope, JoinSide.Offer, "k", "{}")] };

    [Fact]
    public async Task The_same_export_twice_changes_no_row()
    {
        await PublishAsync(Export);
        Run again = await PublishAsync(Export);

        Assert.Equal((0L, 0L), (again.Opened, again.Closed));
    }

    [Fact]
    public async Task The_same_export_with_its_lines_shuffled_changes_no_row()
    {
        await PublishAsync(Export);
        Run again = await PublishAsync(Export with
        {
            Facts = [.. Export.Facts.Reverse()], Nodes = [.. Export.Nodes.Reverse()], Edges = [.. Export.Edges.Reverse()], Assertions = [.. Export.Assertions.Reverse()],
        });

        Assert.Equal((0L, 0L), (again.Opened, again.Closed));
    }

    [Fact]
    public async Task The_same_export_in_one_batch_or_many_makes_the_same_store()
    {
        Run one = await PublishAsync(Export);
        RunChanges[] batches = [new() { Edges = Export.Edges }, new() { Nodes = Export.Nodes[..1] }, new() { Nodes = Export.Nodes[1..], Facts = Export.Facts }, new() { Assertions = Export.Assertions }];
        Run many = await PublishAsync(Start(), batches);

        Assert.Equal((0L, 0L), (many.Opened, many.Closed));
        Assert.Equal(await NodeKeysAsync(one.Id), await NodeKeysAsync(many.Id));
    }

    [Fact]
    public async Task A_record_that_only_moved_is_the_same_fact()
    {
        await PublishAsync(new RunChanges { Facts = [Some.Fact("a") with { Locator = "export.json#/0" }] });
        Run moved = await PublishAsync(new RunChanges { Facts = [Some.Fact("a") with { Locator = "export.json#/9" }] });

        Assert.Equal((0L, 0L), (moved.Opened, moved.Closed));
        Assert.Equal("export.json#/0", Assert.Single(await FactsAsync(moved.Id)).Locator);
    }

    [Fact]
    public async Task Removing_what_is_not_there_changes_nothing()
    {
        await PublishAsync(Export);
        Run run = await PublishAsync(new RunChanges
        {
            FactsRemoved = [Some.Fact("none").Id],
            NodesRemoved = ["none"],
            EdgesRemoved = [Some.Derived(Some.Edge("a", "none")).Id],
            AssertionsRemoved = [new AssertionKey("none", Some.Fact("a").Id, "a")],
            TermsRemoved = [new JoinTerm("none", JoinSide.Ask, "k", "{}")],
        });

        Assert.Equal((0L, 0L), (run.Opened, run.Closed));
        Assert.Equal(["a", "b", "c", "d"], await NodeKeysAsync(run.Id));
    }

    [Fact]
    public async Task Closing_twice_closes_once()
    {
        await PublishAsync(Export);
        Run first = await PublishAsync(new RunChanges { NodesRemoved = ["d"] });
        Run second = await PublishAsync(new RunChanges { NodesRemoved = ["d"] });

        Assert.Equal((1L, 0L), (first.Closed, second.Closed));
        Assert.Equal(3, (await Store.StatusAsync(Cancellation)).Nodes);
    }

    [Fact]
    public async Task Equal_properties_put_in_another_order_are_equal()
    {
        await PublishAsync(Some.Nodes(Some.Node("a", properties: [("x", "1"), ("y", "2")])));
        Run again = await PublishAsync(Some.Nodes(Some.Node("a", properties: [("y", "2"), ("x", "1")])));

        Assert.Equal((0L, 0L), (again.Opened, again.Closed));
    }
}
