using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using Xunit;

namespace NhiGraph.Storage.Contract.Concerns;

/// <summary>Keys keep their case: ARNs that differ by case alone are two things.</summary>
public abstract class KeysCaseContract<TStores> : StoreContract<TStores> where TStores : IStoresUnderTest, new()
{
    [Fact]
    public async Task Node_keys_that_differ_by_case_are_two_nodes()
    {
        Run run = await PublishAsync(Some.Nodes(Some.Node("aws:role/Deploy", "1"), Some.Node("aws:role/deploy", "2")));

        Assert.Equal("1", Assert.Single(await Store.NodesAsync(run.Id, ["aws:role/Deploy"], Cancellation)).Node.Name);
        Assert.Equal("2", Assert.Single(await Store.NodesAsync(run.Id, ["aws:role/deploy"], Cancellation)).Node.Name);
        Assert.Empty(await Store.NodesAsync(run.Id, ["aws:role/DEPLOY"], Cancellation));
    }

    [Fact]
    public async Task Fact_keys_that_differ_by_case_are_two_facts()
    {
        Run run = await PublishAsync(new RunChanges { Facts = [Some.Fact("A", "1"), Some.Fact("a", "2")] });
        Run closed = await PublishAsync(new RunChanges { FactsRemoved = [Some.Fact("a").Id] });

        Assert.Equal(["1", "2"], (await FactsAsync(run.Id)).Select(fact => fact.Content));
        Assert.Equal("1", Assert.Single(await FactsAsync(closed.Id)).Content);
    }

    [Fact]
    public async Task Scopes_and_owners_keep_their_case()
    {
        Run run = await PublishAsync(new RunChanges
        {
            Facts = [Some.Fact("a", scope: "S"), Some.Fact("a", scope: "s")],
            Assertions = [Some.Assertion(Some.Node("a"), Some.Fact("a"), "S")],
            Edges = [Some.Derived(Some.Edge("a", "b"), "S")],
        });

        Assert.Single(await FactsAsync(run.Id, "s"));
        Assert.Empty(await Store.AssertionsAsync(run.Id, "s", Cancellation).ToArrayAsync(Cancellation));
        Assert.Empty(await Store.EdgesAsync(run.Id, "s", Cancellation).ToArrayAsync(Cancellation));
    }

    [Fact]
    public async Task Trailing_blanks_and_empty_texts_are_part_of_a_key()
    {
        Run run = await PublishAsync(Some.Nodes(Some.Node("a"), Some.Node("a "), Some.Node(" a"), Some.Node("")));

        Assert.Equal(["", " a", "a", "a "], await NodeKeysAsync(run.Id));
        Assert.Equal("", Assert.Single(await Store.NodesAsync(run.Id, [""], Cancellation)).Node.Key);
    }

    [Fact]
    public async Task Property_filters_keep_case_and_search_does_not()
    {
        Run run = await PublishAsync(Some.Nodes(Some.Node("1", "Deploy", NodeKinds.Identity, ("e", "Prod")), Some.Node("2", "deploy", NodeKinds.Identity, ("e", "prod"))));

        Assert.Equal(["2"], (await Store.FindAsync(run.Id, new NodeQuery { Where = [new PropertyFilter("e", ["prod"])] }, Cancellation)).Keys);
        Assert.Equal(["1", "2"], (await Store.FindAsync(run.Id, new NodeQuery { Text = "DEPLOY" }, Cancellation)).Keys);
    }
}
