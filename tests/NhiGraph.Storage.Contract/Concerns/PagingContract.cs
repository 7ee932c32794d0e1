using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using Xunit;

namespace NhiGraph.Storage.Contract.Concerns;

/// <summary>Pages join to the whole, and a cursor is good for its own query and version only.</summary>
public abstract class PagingContract<TStores> : StoreContract<TStores> where TStores : IStoresUnderTest, new()
{
    private static GraphNode[] Many { get; } = [.. Enumerable.Range(0, 47).Select(i => Some.Node($"k{i}", $"name {i % 5}", NodeKinds.Identity, i % 3 == 0 ? [] : [("p", $"{i % 7}")]))];

    [Theory]
    [MemberData(nameof(SamplePages.All), MemberType = typeof(SamplePages))]
    public async Task Pages_join_to_the_whole_listing(int first, string? property, bool descending, string? text)
    {
        Run run = await PublishAsync(Some.Nodes(Many));
        var query = new NodeQuery { First = first, Order = new NodeOrder(property, descending), Text = text };
        NodePage whole = await Store.FindAsync(run.Id, query with { First = 500 }, Cancellation);
        var keys = new List<string>();
        string? after = null;
        NodePage page;
        do
        {
            page = await Store.FindAsync(run.Id, query with { After = after }, Cancellation);
            Assert.Equal(whole.Total, page.Total);
            Assert.Equal(page.Keys.Length, page.Cursors.Length);
            keys.AddRange(page.Keys);
            after = page.Cursors.LastOrDefault();
        }
        while (page.HasMore);

        Assert.Equal(whole.Keys, keys);
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Fact]
    public async Task A_cursor_in_the_middle_of_a_page_is_good_too()
    {
        Run run = await PublishAsync(Some.Nodes(Many));
        NodePage page = await Store.FindAsync(run.Id, new NodeQuery { First = 10 }, Cancellation);

        Assert.Equal(page.Keys[4..], (await Store.FindAsync(run.Id, new NodeQuery { First = 6, After = page.Cursors[3] }, Cancellation)).Keys);
    }

    [Fact]
    public async Task The_page_after_the_last_node_is_empty()
    {
        Run run = await PublishAsync(Some.Nodes(Many));
        NodePage page = await Store.FindAsync(run.Id, new NodeQuery { First = 500 }, Cancellation);
        NodePage after = await Store.FindAsync(run.Id, new NodeQuery { After = page.Cursors[^1] }, Cancellation);

        Assert.Empty(after.Keys);
        Assert.False(after.HasMore);
        Assert.Equal(Many.Length, after.Total);
    }

    [Fact]
    public async Task A_cursor_of_another_query_is_refused()
    {
        Run run = await PublishAsync(Some.Nodes(Many));
        string cursor = (await Store.FindAsync(run.Id, new NodeQuery(), Cancellation)).Cursors[0];
        NodeQuery[] others =
        [
            new() { Kinds = NodeKinds.Identity }, new() { Text = "name" }, new() { Order = new NodeOrder(null, true) }, new() { Order = new NodeOrder("p", false) },
            new() { Where = [new PropertyFilter("p", ["1"])] }, new() { Where = [new PropertyFilter("p", [null])] }, new() { Where = [new PropertyFilter("p", [], Before: "1")] },
        ];

        foreach (NodeQuery other in others)
        {
            Assert.Equal(StoreReason.BadCursor, await ReasonAsync(() => Store.FindAsync(run.Id, other with { After = cursor }, Cancellation)));
        }
    }

    [Fact]
    public async Task A_cursor_of_another_version_is_refused()
    {
        await PublishAsync(Some.Nodes(Many));
        Run second = await PublishAsync(new RunChanges());
        string cursor = (await Store.FindAsync(new RunId(1), new NodeQuery(), Cancellation)).Cursors[0];

        Assert.Equal(StoreReason.BadCursor, await ReasonAsync(() => Store.FindAsync(second.Id, new NodeQuery { After = cursor }, Cancellation)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("not a cursor !")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_no_cursor_is_refused(string cursor)
    {
        Run run = await PublishAsync(Some.Nodes(Many));

        Assert.Equal(StoreReason.BadCursor, await ReasonAsync(() => Store.FindAsync(run.Id, new NodeQuery { After = cursor }, Cancellation)));
    }

    [Fact]
    public async Task A_page_may_have_another_size_than_the_one_before()
    {
        Run run = await PublishAsync(Some.Nodes(Many));
        NodePage first = await Store.FindAsync(run.Id, new NodeQuery { First = 5 }, Cancellation);
        NodePage rest = await Store.FindAsync(run.Id, new NodeQuery { First = 100, After = first.Cursors[^1] }, Cancellation);

        Assert.Equal(Many.Length - 5, rest.Keys.Length);
    }

    [Fact]
    public async Task A_page_of_nothing_is_the_callers_bug()
    {
        Run run = await PublishAsync(Some.Nodes(Many));

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.FindAsync(run.Id, new NodeQuery { First = 0 }, Cancellation));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.RunsAsync(null, null, 0, Cancellation));
    }

    [Fact]
    public async Task Pages_of_an_old_version_do_not_change_under_a_new_run()
    {
        Run run = await PublishAsync(Some.Nodes(Many));
        NodePage first = await Store.FindAsync(run.Id, new NodeQuery { First = 10 }, Cancellation);
        NodePage whole = await Store.FindAsync(run.Id, new NodeQuery { First = 500 }, Cancellation);
        await PublishAsync(new RunChanges { NodesRemoved = [.. Many.Select(node => node.Key)] });

        Assert.Equal(whole.Keys[10..20], (await Store.FindAsync(run.Id, new NodeQuery { First = 10, After = first.Cursors[^1] }, Cancellation)).Keys);
    }
}
