using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using Xunit;

namespace NhiGraph.Storage.Contract.Concerns;

/// <summary>Nodes come back with everything they were given.</summary>
public abstract class PropertiesContract<TStores> : StoreContract<TStores> where TStores : IStoresUnderTest, new()
{
    [Fact]
    public async Task A_node_comes_back_with_kinds_name_and_properties()
    {
        GraphNode node = Some.Node("k", "Name of it", NodeKinds.Consumer | NodeKinds.Resource, (PropertyNames.Environment, "production"), ("tag:owner", "x"), ("empty", ""));
        Run run = await PublishAsync(Some.Nodes(node));

        Assert.Equal(node, Assert.Single(await Store.NodesAsync(run.Id, ["k"], Cancellation)).Node);
    }

    [Fact]
    public async Task A_node_without_properties_or_name_comes_back_so()
    {
        Run run = await PublishAsync(Some.Nodes(Some.Node("k", "")));

        GraphNode node = Assert.Single(await Store.NodesAsync(run.Id, ["k"], Cancellation)).Node;
        Assert.Equal("", node.Name);
        Assert.Empty(node.Properties);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData(" leading and trailing ")]
    [InlineData("quote \" backslash \\ slash / tab \t line \r\n end")]
    [InlineData("nul \0 inside")]
    [InlineData("control \u0001 \u001f \u007f")]
    [InlineData("{\"json\":[1,2,{\"a\":null}]}")]
    [InlineData("'; DROP TABLE node; --")]
    [InlineData("<b>&amp;'</b>")]
    [InlineData("2026-03-01T12:00:00Z")]
    [InlineData("12345678901234567890123456789")]
    public async Task A_value_of_any_text_comes_back(string value)
    {
        GraphNode node = Some.Node("k", "n" + value, NodeKinds.Identity, ("p", value), ("name " + value, "v"));
        Run run = await PublishAsync(Some.Nodes(node));

        Assert.Equal(node, Assert.Single(await Store.NodesAsync(run.Id, ["k"], Cancellation)).Node);
        Assert.Equal(node, Assert.Single(await Store.AssertionsOfAsync(run.Id, ["k"], Cancellation)).Node);
    }

    [Fact]
    public async Task A_changed_property_is_a_new_state_and_the_old_one_stays_readable()
    {
        await PublishAsync(Some.Nodes(Some.Node("k", properties: [("p", "1")])));
        Run changed = await PublishAsync(new RunChanges { Nodes = [Some.Node("k", properties: [("p", "2"), ("q", "3")])] });
        Run dropped = await PublishAsync(new RunChanges { Nodes = [Some.Node("k", properties: [("q", "3")])] });

        Assert.Equal((1L, 1L), (changed.Opened, changed.Closed));
        Assert.Equal("1", Assert.Single(await Store.NodesAsync(new RunId(1), ["k"], Cancellation)).Node["p"]);
        Assert.Equal("2", Assert.Single(await Store.NodesAsync(changed.Id, ["k"], Cancellation)).Node["p"]);
        Assert.Null(Assert.Single(await Store.NodesAsync(dropped.Id, ["k"], Cancellation)).Node["p"]);
    }

    [Fact]
    public async Task Changed_kinds_are_a_new_state()
    {
        await PublishAsync(Some.Nodes(Some.Node("k", kinds: NodeKinds.Consumer)));
        Run run = await PublishAsync(new RunChanges { Nodes = [Some.Node("k", kinds: NodeKinds.Consumer | NodeKinds.Identity)] });

        Assert.Equal((1L, 1L), (run.Opened, run.Closed));
        Assert.Equal(NodeKinds.Consumer | NodeKinds.Identity, Assert.Single(await Store.NodesAsync(run.Id, ["k"], Cancellation)).Node.Kinds);
    }

    [Fact]
    public async Task Many_nodes_are_read_at_once_and_those_that_are_not_there_are_left_out()
    {
        Run run = await PublishAsync(Some.Nodes([.. Enumerable.Range(0, 1500).Select(i => Some.Node($"n{i}"))]));
        string[] asked = [.. Enumerable.Range(500, 1200).Select(i => $"n{i}"), "none"];

        ImmutableArray<StoredNode> found = await Store.NodesAsync(run.Id, asked, Cancellation);

        Assert.Equal(asked[..1000].Order(), found.Select(stored => stored.Node.Key).Order());
    }

    [Fact]
    public async Task First_and_last_seen_come_from_runs()
    {
        await PublishAsync(Some.Graph("a b"), Some.Dataset(DatasetState.Complete));
        await PublishAsync(new RunChanges(), Some.Dataset(DatasetState.Complete));
        await PublishAsync(new RunChanges(), Some.Dataset(DatasetState.Partial));
        await PublishAsync(new RunChanges(), Some.Dataset(DatasetState.Denied));
        await PublishAsync(new RunChanges(), Some.Dataset(DatasetState.Skipped));
        Run last = await PublishAsync(new RunChanges(), Some.Dataset(DatasetState.Complete, "another"));

        StoredNode stored = Assert.Single(await Store.NodesAsync(last.Id, ["a"], Cancellation));
        Assert.Equal(Some.Time, stored.FirstSeen);
        Assert.Equal(Some.Time.AddMinutes(2).AddSeconds(30), stored.LastSeen);
        Assert.Equal(Some.Time.AddMinutes(1).AddSeconds(30), Assert.Single(await Store.NodesAsync(new RunId(2), ["a"], Cancellation)).LastSeen);
    }

    [Fact]
    public async Task Last_seen_is_that_of_the_latest_assertion()
    {
        GraphNode node = Some.Node("a");
        Fact aws = Some.Fact("a"), github = Some.Fact("a", dataset: "apps", source: "github");
        await PublishAsync(new RunChanges { Facts = [aws], Nodes = [node], Assertions = [Some.Assertion(node, aws)] }, Some.Dataset(DatasetState.Complete));
        await PublishAsync(Start("github"), [new RunChanges { Facts = [github], Assertions = [Some.Assertion(node, github)] }], Some.Dataset(DatasetState.Complete, "apps", "github"));
        Run run = await PublishAsync(Start("github"), [new RunChanges()], Some.Dataset(DatasetState.Complete, "apps", "github"));

        Assert.Equal(Some.Time.AddMinutes(2).AddSeconds(30), Assert.Single(await Store.NodesAsync(run.Id, ["a"], Cancellation)).LastSeen);
    }
}
