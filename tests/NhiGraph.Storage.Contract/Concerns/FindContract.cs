using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using Xunit;

namespace NhiGraph.Storage.Contract.Concerns;

/// <summary>Which nodes a listing has, and in which order.</summary>
public abstract class FindContract<TStores> : StoreContract<TStores> where TStores : IStoresUnderTest, new()
{
    private static readonly GraphNode[] Estate =
    [
        Some.Node("1", "beta", NodeKinds.Identity, ("env", "production"), ("used", "2026-01-01T00:00:00Z")),
        Some.Node("2", "Alpha", NodeKinds.Identity | NodeKinds.Consumer, ("env", "staging")),
        Some.Node("3", "gamma", NodeKinds.Credential, ("env", "production"), ("used", "2025-06-01T00:00:00Z")),
        Some.Node("4", "alpha", NodeKinds.Resource, ("used", "2026-01-01T00:00:00Z")),
        Some.Node("5", "delta", NodeKinds.Resource | NodeKinds.Identity, ("env", ""), ("used", "2024-01-01T00:00:00Z")),
    ];

    [Fact]
    public async Task All_come_by_name_without_case_then_by_key() =>
        await FindsAsync(["2", "4", "1", "5", "3"], new NodeQuery());

    [Fact]
    public async Task Descending_turns_name_and_key_round() =>
        await FindsAsync(["3", "5", "1", "4", "2"], new NodeQuery { Order = new NodeOrder(null, true) });

    [Fact]
    public async Task A_node_of_several_kinds_is_listed_under_each()
    {
        await FindsAsync(["2", "1", "5"], new NodeQuery { Kinds = NodeKinds.Identity });
        await FindsAsync(["2"], new NodeQuery { Kinds = NodeKinds.Consumer });
        await FindsAsync(["2", "4", "5"], new NodeQuery { Kinds = NodeKinds.Resource | NodeKinds.Consumer });
        await FindsAsync([], new NodeQuery { Kinds = NodeKinds.Human });
    }

    [Fact]
    public async Task Order_by_a_property_puts_nodes_without_it_last_either_way()
    {
        await FindsAsync(["5", "3", "1", "4", "2"], new NodeQuery { Order = new NodeOrder("used", false) });
        await FindsAsync(["4", "1", "3", "5", "2"], new NodeQuery { Order = new NodeOrder("used", true) });
        await FindsAsync(["1", "2", "3", "4", "5"], new NodeQuery { Order = new NodeOrder("nobody has it", false) });
        await FindsAsync(["5", "4", "3", "2", "1"], new NodeQuery { Order = new NodeOrder("nobody has it", true) });
    }

    [Fact]
    public async Task Order_by_a_property_is_without_case()
    {
        Run run = await PublishAsync(Some.Nodes(Some.Node("1", "x", NodeKinds.Identity, ("p", "b")), Some.Node("2", "x", NodeKinds.Identity, ("p", "A")), Some.Node("3", "x", NodeKinds.Identity, ("p", "B"))));

        Assert.Equal(["2", "1", "3"], (await Store.FindAsync(run.Id, new NodeQuery { Order = new NodeOrder("p", false) }, Cancellation)).Keys);
        Assert.Equal(["3", "1", "2"], (await Store.FindAsync(run.Id, new NodeQuery { Order = new NodeOrder("p", true) }, Cancellation)).Keys);
    }

    [Fact]
    public async Task A_filter_admits_its_values()
    {
        await FindsAsync(["1", "3"], new NodeQuery { Where = [new PropertyFilter("env", ["production"])] });
        await FindsAsync(["2", "1", "3"], new NodeQuery { Where = [new PropertyFilter("env", ["production", "staging"])] });
        await FindsAsync(["5"], new NodeQuery { Where = [new PropertyFilter("env", [""])] });
        await FindsAsync([], new NodeQuery { Where = [new PropertyFilter("env", ["none"])] });
    }

    [Fact]
    public async Task A_null_among_the_values_admits_nodes_without_the_property()
    {
        await FindsAsync(["4"], new NodeQuery { Where = [new PropertyFilter("env", [null])] });
        await FindsAsync(["2", "4"], new NodeQuery { Where = [new PropertyFilter("env", [null, "staging"])] });
        await FindsAsync(["2", "4", "1", "5", "3"], new NodeQuery { Where = [new PropertyFilter("nobody has it", [null])] });
    }

    [Fact]
    public async Task Before_excludes_its_bound_and_after_includes_it()
    {
        await FindsAsync(["5", "3"], new NodeQuery { Where = [new PropertyFilter("used", [], Before: "2026-01-01T00:00:00Z")] });
        await FindsAsync(["4", "1", "3"], new NodeQuery { Where = [new PropertyFilter("used", [], After: "2025-06-01T00:00:00Z")] });
        await FindsAsync(["3"], new NodeQuery { Where = [new PropertyFilter("used", [], Before: "2026", After: "2025")] });
    }

    [Fact]
    public async Task All_filters_must_hold()
    {
        await FindsAsync(["1"], new NodeQuery { Kinds = NodeKinds.Identity, Where = [new PropertyFilter("env", ["production"]), new PropertyFilter("used", [], After: "2026")] });
        await FindsAsync([], new NodeQuery { Where = [new PropertyFilter("env", [null]), new PropertyFilter("env", ["production"])] });
    }

    [Fact]
    public async Task A_filter_is_combined_with_a_text()
    {
        await FindsAsync(["4"], new NodeQuery { Text = "alpha", Kinds = NodeKinds.Resource });
        await FindsAsync(["2"], new NodeQuery { Text = "alpha", Where = [new PropertyFilter("env", ["staging"])] });
    }

    [Fact]
    public async Task A_listing_is_that_of_its_version()
    {
        await PublishAsync(Some.Nodes(Some.Node("a", "old"), Some.Node("b")));
        Run second = await PublishAsync(new RunChanges { Nodes = [Some.Node("a", "new"), Some.Node("c")], NodesRemoved = ["b"] });

        Assert.Equal(["b", "a"], (await Store.FindAsync(new RunId(1), new NodeQuery(), Cancellation)).Keys);
        Assert.Equal(["c", "a"], (await Store.FindAsync(second.Id, new NodeQuery(), Cancellation)).Keys);
        Assert.Empty((await Store.FindAsync(second.Id, new NodeQuery { Text = "old" }, Cancellation)).Keys);
        Assert.Equal(["a"], (await Store.FindAsync(new RunId(1), new NodeQuery { Text = "old" }, Cancellation)).Keys);
    }

    private async Task FindsAsync(IEnumerable<string> expected, NodeQuery query)
    {
        if ((await Store.StatusAsync(Cancellation)).Version.Value == 0)
        {
            await PublishAsync(Some.Nodes(Estate));
        }

        NodePage page = await Store.FindAsync(new RunId(1), query, Cancellation);
        Assert.Equal(expected, page.Keys);
        Assert.Equal(page.Keys.Length, page.Total);
        Assert.False(page.HasMore);
    }
}
