using System.Collections.Immutable;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using Xunit;

namespace NhiGraph.Storage.Contract.Concerns;

/// <summary>Edges come back with everything that justifies them.</summary>
public abstract class EvidenceContract<TStores> : StoreContract<TStores> where TStores : IStoresUnderTest, new()
{
    private static readonly Support ByFact = new(Some.Fact("f").Id, null, "policy deploy, statement 2 (Sid AllowAll)", "/RolePolicyList/0/PolicyDocument/Statement/1");
    private static readonly Support ByEdge = new(null, new EdgeKey(EdgeKind.Holds, "x", "y", "q"), "holds y", null);

    [Theory]
    [MemberData(nameof(SampleEdges.All), MemberType = typeof(SampleEdges))]
    public async Task An_edge_comes_back_as_it_was_given(GraphEdge edge)
    {
        DerivedEdge derived = new(edge, Some.Scope, [[ByFact, ByEdge], [ByEdge], []]);
        Run run = await PublishAsync(new RunChanges { Edges = [derived] });

        Assert.Equal(derived, Assert.Single(await Store.EdgesOfAsync(run.Id, [edge.Key], Cancellation)).Derived);
        Assert.Equal(derived, Assert.Single(await Store.EdgesAsync(run.Id, Some.Scope, Cancellation).ToArrayAsync(Cancellation)));
        Assert.Equal(0, (await PublishAsync(new RunChanges { Edges = [derived] })).Opened);
    }

    [Fact]
    public async Task Parallel_edges_are_told_apart()
    {
        GraphEdge plain = Some.Edge("a", "b", EdgeKind.Yields);
        GraphEdge[] edges = [plain, plain with { Technique = "t1" }, plain with { Technique = "t2" }, plain with { Conditions = [new Condition("k", "o", ["v"], "s")] }, Some.Edge("a", "b", EdgeKind.Includes)];
        Run run = await PublishAsync(new RunChanges { Edges = [.. edges.Select(edge => Some.Derived(edge))] });

        Assert.Equal(5, (await Store.StatusAsync(Cancellation)).Edges);
        foreach (GraphEdge edge in edges)
        {
            Assert.Equal(edge, Assert.Single(await Store.EdgesOfAsync(run.Id, [edge.Key], Cancellation)).Derived.Edge);
        }
    }

    [Fact]
    public async Task An_edge_and_its_opposite_are_two()
    {
        Run run = await PublishAsync(new RunChanges { Edges = [Some.Derived(Some.Edge("a", "b")), Some.Derived(Some.Edge("b", "a")), Some.Derived(Some.Edge("a", "a"))] });

        Assert.Equal(3, (await Store.EdgesOfAsync(run.Id, [Some.Edge("a", "b").Key, Some.Edge("b", "a").Key, Some.Edge("a", "a").Key, Some.Edge("b", "b").Key], Cancellation)).Length);
    }

    [Fact]
    public async Task Other_evidence_is_a_new_interval_of_the_same_edge()
    {
        GraphEdge edge = Some.Edge("a", "b");
        await PublishAsync(new RunChanges { Edges = [Some.Derived(edge, statement: "old")] });
        Run run = await PublishAsync(new RunChanges { Edges = [Some.Derived(edge, statement: "new")] });

        Assert.Equal((1L, 1L), (run.Opened, run.Closed));
        Assert.Equal("old", Assert.Single(await Store.EdgesOfAsync(new RunId(1), [edge.Key], Cancellation)).Derived.Alternatives[0][0].Statement);
        Assert.Equal("new", Assert.Single(await Store.EdgesOfAsync(run.Id, [edge.Key], Cancellation)).Derived.Alternatives[0][0].Statement);
        Assert.Equal(1, (await Store.StatusAsync(Cancellation)).Edges);
    }

    [Fact]
    public async Task What_several_owners_state_is_merged()
    {
        GraphEdge edge = Some.Edge("a", "b", EdgeKind.Contains);
        DerivedEdge weak = new(edge with { Certainty = Certainty.Declared }, "s1", [[ByEdge]]), strong = new(edge, "s2", [[ByFact]]);
        await PublishAsync(new RunChanges { Edges = [weak] });
        Run run = await PublishAsync(new RunChanges { Edges = [strong] });

        StoredEdge stored = Assert.Single(await Store.EdgesOfAsync(run.Id, [edge.Key, edge.Key], Cancellation));
        Assert.Equal(EdgeMerge.Merge([weak, strong]), stored.Derived);
        Assert.Equal(new RunId(1), stored.Since);
        Assert.Equal(weak, Assert.Single(await Store.EdgesAsync(run.Id, "s1", Cancellation).ToArrayAsync(Cancellation)));
    }
}
