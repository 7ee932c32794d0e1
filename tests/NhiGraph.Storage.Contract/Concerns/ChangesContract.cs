using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using Xunit;

namespace NhiGraph.Storage.Contract.Concerns;

/// <summary>A run can be read back as what it changed.</summary>
public abstract class ChangesContract<TStores> : StoreContract<TStores> where TStores : IStoresUnderTest, new()
{
#pragma warning disable CA1000 // xunit asks the test's class for it
    public static TheoryData<int> Seeds { get; } = [.. TStores.SeedsOf(RandomRuns.All)];
#pragma warning restore CA1000

    private static readonly JoinTerm Term = new(Some.Scope, JoinSide.Ask, "k", "{}");

    [Fact]
    public async Task What_a_run_opened_is_put_with_all_it_has()
    {
        GraphEdge edge = Some.Edge("a", "b", EdgeKind.Yields, Certainty.Conditional) with
        {
            Technique = "t", Conditions = [new Condition("k", "o", ["v"], "s")], Assumptions = ["A"], Validity = new Validity(1, 2, Disabled: true),
        };
        RunChanges all = Some.Nodes(Some.Node("a", "name of a", NodeKinds.Consumer | NodeKinds.Resource, ("p", "1")), Some.Node("b")) with { Edges = [Some.Derived(edge), Some.Derived(edge, "another")], Terms = [Term] };
        Run run = await PublishAsync(all);

        RunChanges changes = await ChangesAsync(run.Id);
        Assert.Equal(all.Facts.ToHashSet(), changes.Facts.ToHashSet());
        Assert.Equal(all.Assertions.ToHashSet(), changes.Assertions.ToHashSet());
        Assert.Equal(all.Nodes.ToHashSet(), changes.Nodes.ToHashSet());
        Assert.Equal(all.Edges.ToHashSet(), changes.Edges.ToHashSet());
        Assert.Equal(Term, Assert.Single(changes.Terms));
        Assert.Equal(all.Count, changes.Count);
    }

    [Fact]
    public async Task What_a_run_closed_is_removed()
    {
        GraphEdge edge = Some.Edge("a", "b");
        await PublishAsync(Some.Graph("a b") with { Edges = [Some.Derived(edge), Some.Derived(edge, "another")], Terms = [Term] });
        var all = new RunChanges
        {
            FactsRemoved = [Some.Fact("a").Id],
            AssertionsRemoved = [Some.Assertion(Some.Node("a"), Some.Fact("a")).Id],
            NodesRemoved = ["a"],
            EdgesRemoved = [Some.Derived(edge, "another").Id],
            TermsRemoved = [Term],
        };
        Run run = await PublishAsync(all);

        RunChanges changes = await ChangesAsync(run.Id);
        Assert.Equal(all.FactsRemoved.Single(), Assert.Single(changes.FactsRemoved));
        Assert.Equal(all.AssertionsRemoved.Single(), Assert.Single(changes.AssertionsRemoved));
        Assert.Equal("a", Assert.Single(changes.NodesRemoved));
        Assert.Equal(all.EdgesRemoved.Single(), Assert.Single(changes.EdgesRemoved));
        Assert.Equal(Term, Assert.Single(changes.TermsRemoved));
        Assert.Equal(5, changes.Count);
    }

    [Fact]
    public async Task What_a_run_changed_is_put_and_not_removed()
    {
        GraphEdge edge = Some.Edge("a", "b");
        await PublishAsync(Some.Graph("a b"));
        Run run = await PublishAsync(new RunChanges
        {
            Facts = [Some.Fact("a", "[]"), Some.Fact("b")],
            Assertions = [Some.Assertion(Some.Node("a"), Some.Fact("a"), weight: 1)],
            Nodes = [Some.Node("a", "another name"), Some.Node("b")],
            Edges = [Some.Derived(edge, statement: "another")],
        });

        RunChanges changes = await ChangesAsync(run.Id);
        Assert.Equal(Some.Fact("a", "[]"), Assert.Single(changes.Facts));
        Assert.Equal(1, Assert.Single(changes.Assertions).Weight);
        Assert.Equal("another name", Assert.Single(changes.Nodes).Name);
        Assert.Equal(Some.Derived(edge, statement: "another"), Assert.Single(changes.Edges));
        Assert.Equal(4, changes.Count);
    }

    [Fact]
    public async Task The_changes_of_a_run_stay_what_they_were()
    {
        Run first = await PublishAsync(Some.Graph("a b"));
        await PublishAsync(new RunChanges { NodesRemoved = ["a"], Nodes = [Some.Node("b", "another name")], FactsRemoved = [Some.Fact("a").Id], EdgesRemoved = [Some.Derived(Some.Edge("a", "b")).Id] });
        await PublishAsync(new RunChanges { Nodes = [Some.Node("a")] });

        RunChanges changes = await ChangesAsync(first.Id);
        Assert.Equal(new HashSet<GraphNode> { Some.Node("a"), Some.Node("b") }, changes.Nodes.ToHashSet());
        Assert.Equal(7, changes.Count);
    }

    [Fact]
    public async Task A_run_that_changed_nothing_has_no_changes()
    {
        await PublishAsync(Some.Graph("a b"));
        Run again = await PublishAsync(Some.Graph("a b"));

        Assert.Equal(0, (await ChangesAsync(again.Id)).Count);
        Assert.Equal(0, (await ChangesAsync(default)).Count);
    }

    [Fact]
    public async Task A_locator_is_the_one_that_is_stored()
    {
        Run first = await PublishAsync(new RunChanges { Facts = [Some.Fact("a") with { Locator = "export.json#/0" }] });
        await PublishAsync(new RunChanges { Facts = [Some.Fact("a") with { Locator = "export.json#/9" }] });

        Assert.Equal("export.json#/0", Assert.Single((await ChangesAsync(first.Id)).Facts).Locator);
    }

    [Fact]
    public async Task A_run_that_was_not_published_has_no_changes_to_read()
    {
        RunId lost = await Store.BeginAsync(Start(), Cancellation);
        await Store.WriteAsync(lost, Some.Graph("a b"), Cancellation);

        Assert.Equal(StoreReason.NoSuchVersion, await ReasonAsync(() => ChangesAsync(lost)));
        await Store.AbandonAsync(lost, Cancellation);
        Assert.Equal(StoreReason.NoSuchVersion, await ReasonAsync(() => ChangesAsync(lost)));
        Assert.Equal(StoreReason.NoSuchVersion, await ReasonAsync(() => ChangesAsync(new RunId(7))));
    }

    [Fact]
    public async Task A_large_run_comes_in_batches()
    {
        GraphNode[] nodes = [.. Enumerable.Range(0, (2 * ChangeBatches.Most) + 1).Select(i => Some.Node($"{i}"))];
        Run run = await PublishAsync(Start(), [.. nodes.Chunk(ChangeBatches.Most).Select(some => new RunChanges { Nodes = [.. some] })]);

        RunChanges[] batches = await Store.ChangesAsync(run.Id, Cancellation).ToArrayAsync(Cancellation);
        Assert.All(batches, batch => Assert.InRange(batch.Count, 1, ChangeBatches.Most));
        Assert.Equal(nodes.ToHashSet(), batches.SelectMany(batch => batch.Nodes).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_changes_are_the_difference_of_two_versions(int seed)
    {
        var random = new RandomRuns(seed);
        NaiveModel before = new();
        for (int round = 0; round < 12; round++)
        {
            RunChanges[] batches = random.Next();
            NaiveModel after = before.After(batches);
            RunChanges changes = await ChangesAsync((await PublishAsync(Start(), batches)).Id);

            DemandDifference(before.Facts, after.Facts, (old, now) => old.Content == now.Content, changes.Facts, changes.FactsRemoved);
            DemandDifference(before.Assertions, after.Assertions, Equals, changes.Assertions, changes.AssertionsRemoved);
            DemandDifference(before.Nodes, after.Nodes, Equals, changes.Nodes, changes.NodesRemoved);
            DemandDifference(before.Edges, after.Edges, Equals, changes.Edges, changes.EdgesRemoved);
            DemandDifference(before.Terms.ToDictionary(term => term), after.Terms.ToDictionary(term => term), Equals, changes.Terms, changes.TermsRemoved);
            before = after;
        }
    }

    private static void DemandDifference<TKey, TValue>(
        Dictionary<TKey, TValue> before, Dictionary<TKey, TValue> after, Func<TValue, TValue, bool> same, ImmutableArray<TValue> put, ImmutableArray<TKey> removed) where TKey : notnull
    {
        Assert.Equal(after.Where(now => !before.TryGetValue(now.Key, out TValue? old) || !same(old, now.Value)).Select(now => now.Value).ToHashSet(), put.ToHashSet());
        Assert.Equal(before.Keys.Where(key => !after.ContainsKey(key)).ToHashSet(), removed.ToHashSet());
        Assert.Equal((put.Length, removed.Length), (put.Distinct().Count(), removed.Distinct().Count()));
    }

    /// <summary>All batches of a run as one.</summary>
    private async Task<RunChanges> ChangesAsync(RunId run)
    {
        RunChanges[] batches = await Store.ChangesAsync(run, Cancellation).ToArrayAsync(Cancellation);
        return new RunChanges
        {
            Facts = [.. batches.SelectMany(batch => batch.Facts)],
            FactsRemoved = [.. batches.SelectMany(batch => batch.FactsRemoved)],
            Assertions = [.. batches.SelectMany(batch => batch.Assertions)],
            AssertionsRemoved = [.. batches.SelectMany(batch => batch.AssertionsRemoved)],
            Nodes = [.. batches.SelectMany(batch => batch.Nodes)],
            NodesRemoved = [.. batches.SelectMany(batch => batch.NodesRemoved)],
            Edges = [.. batches.SelectMany(batch => batch.Edges)],
            EdgesRemoved = [.. batches.SelectMany(batch => batch.EdgesRemoved)],
            Terms = [.. batches.SelectMany(batch => batch.Terms)],
            TermsRemoved = [.. batches.SelectMany(batch => batch.TermsRemoved)],
        };
    }
}
