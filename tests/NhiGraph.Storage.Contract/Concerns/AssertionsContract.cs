using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using Xunit;

namespace NhiGraph.Storage.Contract.Concerns;

/// <summary>Who says that a node exists.</summary>
public abstract class AssertionsContract<TStores> : StoreContract<TStores> where TStores : IStoresUnderTest, new()
{
    private static readonly GraphNode Node = Some.Node("a", "Name", NodeKinds.Identity, (PropertyNames.Environment, "production"));

    [Fact]
    public async Task An_assertion_comes_back_as_it_was_given()
    {
        Assertion assertion = Some.Assertion(Node, Some.Fact("a"), weight: 1);
        Run run = await PublishAsync(new RunChanges { Assertions = [assertion] });

        Assert.Equal(assertion, Assert.Single(await Store.AssertionsAsync(run.Id, Some.Scope, Cancellation).ToArrayAsync(Cancellation)));
        Assert.Equal(assertion, Assert.Single(await Store.AssertionsOfAsync(run.Id, ["a"], Cancellation)));
    }

    [Fact]
    public async Task Two_sources_assert_one_node()
    {
        Fact aws = Some.Fact("a"), github = Some.Fact("a", source: "github", scope: "github:acme");
        Run run = await PublishAsync(new RunChanges
        {
            Facts = [aws, github], Nodes = [Node], Assertions = [Some.Assertion(Node, aws), Some.Assertion(Node, github, "github:acme", 0)],
        });

        StoredNode stored = Assert.Single(await Store.NodesAsync(run.Id, ["a"], Cancellation));
        Assert.Equal(new[] { aws.Id, github.Id }.Order(FactKeyOrder.Instance), stored.Assertions.Select(assertion => assertion.Fact).Order(FactKeyOrder.Instance));
        Assert.Equal(2, (await Store.AssertionsOfAsync(run.Id, ["a"], Cancellation)).Length);
    }

    [Fact]
    public async Task What_a_scope_owns_is_read_alone()
    {
        await PublishAsync(new RunChanges { Assertions = [Some.Assertion(Node, Some.Fact("a"), "s1"), Some.Assertion(Node, Some.Fact("a"), "s2"), Some.Assertion(Some.Node("b"), Some.Fact("b"), "s1")] });

        Assertion[] owned = await Store.AssertionsAsync(new RunId(1), "s1", Cancellation).ToArrayAsync(Cancellation);
        Assert.Equal(["a", "b"], owned.Select(assertion => assertion.Node.Key).Order());
        Assert.Empty(await Store.AssertionsAsync(new RunId(1), "s3", Cancellation).ToArrayAsync(Cancellation));
    }

    [Fact]
    public async Task One_fact_may_assert_several_nodes_and_several_facts_one()
    {
        Assertion[] all = [.. from node in (string[])["a", "b"] from fact in (string[])["1", "2", "3"] select Some.Assertion(Some.Node(node), Some.Fact(fact))];
        Run run = await PublishAsync(new RunChanges { Assertions = [.. all] });

        Assert.Equal(6, run.Opened);
        Assert.Equal(3, (await Store.AssertionsOfAsync(run.Id, ["b"], Cancellation)).Length);
        Assert.Equal(6, (await Store.AssertionsOfAsync(run.Id, ["a", "b", "none"], Cancellation)).Length);
    }

    [Fact]
    public async Task A_node_asked_for_twice_comes_once()
    {
        Run run = await PublishAsync(Some.Nodes(Node));

        Assert.Single(await Store.AssertionsOfAsync(run.Id, ["a", "a"], Cancellation));
        Assert.Single(await Store.NodesAsync(run.Id, ["a", "a"], Cancellation));
    }

    [Fact]
    public async Task An_assertion_that_says_something_else_is_closed_and_opened()
    {
        await PublishAsync(Some.Nodes(Node));
        Run weight = await PublishAsync(new RunChanges { Assertions = [Some.Assertion(Node, Some.Fact("a"), weight: 0)] });
        Run name = await PublishAsync(new RunChanges { Assertions = [Some.Assertion(Node with { Name = "Other" }, Some.Fact("a"), weight: 0)] });

        Assert.Equal((1L, 1L), (weight.Opened, weight.Closed));
        Assert.Equal((1L, 1L), (name.Opened, name.Closed));
        Assert.Equal("Other", Assert.Single(await Store.AssertionsOfAsync(name.Id, ["a"], Cancellation)).Node.Name);
        Assert.Equal(2, Assert.Single(await Store.AssertionsOfAsync(new RunId(1), ["a"], Cancellation)).Weight);
    }

    [Fact]
    public async Task A_node_tells_the_run_that_first_heard_each_assertion()
    {
        Fact first = Some.Fact("1"), second = Some.Fact("2");
        await PublishAsync(new RunChanges { Facts = [first], Nodes = [Node], Assertions = [Some.Assertion(Node, first)] });
        Run run = await PublishAsync(new RunChanges { Facts = [second], Assertions = [Some.Assertion(Node, second)] });

        StoredNode stored = Assert.Single(await Store.NodesAsync(run.Id, ["a"], Cancellation));
        Assert.Equal([new NodeAssertion(first.Id, new RunId(1)), new NodeAssertion(second.Id, new RunId(2))], stored.Assertions.OrderBy(assertion => assertion.Run));
    }
}
