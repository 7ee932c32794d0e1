using System.Collections.Immutable;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using Xunit;

namespace NhiGraph.Storage.Contract.Concerns;

/// <summary>Every version stays readable as it stood.</summary>
public abstract class HistoryContract<TStores> : StoreContract<TStores> where TStores : IStoresUnderTest, new()
{
    [Fact]
    public async Task Each_version_reads_as_it_stood()
    {
        await PublishAsync(Some.Graph("a b"));
        await PublishAsync(Some.Graph("a b", "b c"));
        await PublishAsync(new RunChanges { NodesRemoved = ["a"], EdgesRemoved = [Some.Derived(Some.Edge("a", "b")).Id], FactsRemoved = [Some.Fact("a").Id] });
        await PublishAsync(Some.Graph("a c"));

        (string[] Nodes, string[] Edges)[] expected = [([], []), (["a", "b"], ["a b"]), (["a", "b", "c"], ["a b", "b c"]), (["b", "c"], ["b c"]), (["a", "b", "c"], ["a c", "b c"])];
        for (int version = 0; version < expected.Length; version++)
        {
            DerivedEdge[] edges = await Store.EdgesAsync(new RunId(version), Some.Scope, Cancellation).ToArrayAsync(Cancellation);
            Assert.Equal(expected[version].Nodes, await NodeKeysAsync(new RunId(version)));
            Assert.Equal(expected[version].Nodes, (await FactsAsync(new RunId(version))).Select(fact => fact.Id.Key));
            Assert.Equal(expected[version].Edges, edges.Select(edge => $"{edge.Edge.From} {edge.Edge.To}").Order());
        }
    }

    [Fact]
    public async Task An_edge_tells_since_when_it_is_there()
    {
        GraphEdge edge = Some.Edge("a", "b");
        await PublishAsync(Some.Graph("a b"));
        await PublishAsync(Some.Graph("a c"));
        await PublishAsync(new RunChanges { EdgesRemoved = [Some.Derived(edge).Id] });
        Run back = await PublishAsync(new RunChanges { Edges = [Some.Derived(edge)] });

        Assert.Equal(new RunId(1), Assert.Single(await Store.EdgesOfAsync(new RunId(2), [edge.Key], Cancellation)).Since);
        Assert.Empty(await Store.EdgesOfAsync(new RunId(3), [edge.Key], Cancellation));
        Assert.Equal(back.Id, Assert.Single(await Store.EdgesOfAsync(back.Id, [edge.Key], Cancellation)).Since);
    }

    [Fact]
    public async Task Past_assertions_and_terms_stay_readable()
    {
        var term = new JoinTerm(Some.Scope, JoinSide.Offer, "k", "{}");
        Assertion assertion = Some.Assertion(Some.Node("a"), Some.Fact("a"));
        await PublishAsync(new RunChanges { Terms = [term], Assertions = [assertion] });
        Run gone = await PublishAsync(new RunChanges { TermsRemoved = [term], AssertionsRemoved = [assertion.Id] });

        Assert.Equal(term, Assert.Single(await Store.TermsAsync(new RunId(1), Cancellation).ToArrayAsync(Cancellation)));
        Assert.Equal(assertion, Assert.Single(await Store.AssertionsAsync(new RunId(1), Some.Scope, Cancellation).ToArrayAsync(Cancellation)));
        Assert.Empty(await Store.TermsAsync(gone.Id, Cancellation).ToArrayAsync(Cancellation));
        Assert.Empty(await Store.AssertionsAsync(gone.Id, Some.Scope, Cancellation).ToArrayAsync(Cancellation));
    }

    [Fact]
    public async Task An_abandoned_run_between_two_versions_is_no_version()
    {
        await PublishAsync(Some.Graph("a b"));
        RunId lost = await Store.BeginAsync(Start(), Cancellation);
        await Store.AbandonAsync(lost, Cancellation);
        Run next = await PublishAsync(Some.Graph("a c"));

        Assert.Equal(StoreReason.NoSuchVersion, await ReasonAsync(() => NodeKeysAsync(lost)));
        Assert.Equal(["a", "b", "c"], await NodeKeysAsync(next.Id));
        Assert.Equal(["a", "b"], await NodeKeysAsync(new RunId(1)));
    }
}
