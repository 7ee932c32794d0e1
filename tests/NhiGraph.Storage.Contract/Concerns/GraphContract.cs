using System.Collections.Immutable;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using Xunit;

namespace NhiGraph.Storage.Contract.Concerns;

/// <summary>The graph for analysis is the one that the rows say, at any version.</summary>
public abstract class GraphContract<TStores> : StoreContract<TStores> where TStores : IStoresUnderTest, new()
{
    [Fact]
    public async Task The_empty_store_has_an_empty_graph()
    {
        AccessGraph graph = await Store.LoadGraphAsync(default, Cancellation);

        Assert.Equal(("0", 0, 0), (graph.Version, graph.NodeCount, graph.EdgeCount));
    }

    [Fact]
    public async Task A_graph_has_all_nodes_and_edges_of_its_version()
    {
        GraphNode[] nodes =
        [
            Some.Node("id", "x", NodeKinds.Identity, (PropertyNames.Scope, Some.Scope), (PropertyNames.Environment, "production")), Some.Node("é/キー", "y", NodeKinds.Credential),
            Some.Node("hub", "z", NodeKinds.Entitlement, (PropertyNames.Capability, Capability.ReadSecret.Text())), Some.Node("bucket", "b", NodeKinds.Resource, (PropertyNames.Sensitivity, Sensitivity.Restricted.Text())),
        ];
        GraphEdge[] edges =
        [
            Some.Edge("é/キー", "id", EdgeKind.Authenticates) with { Validity = new Validity(5, 10) }, Some.Edge("id", "hub", EdgeKind.Holds, Certainty.Conditional) with { Conditions = [new Condition("k", "o", ["v"], "s")] },
            Some.Edge("hub", "bucket", EdgeKind.On) with { On = OnTarget.AllowSubtree }, Some.Edge("hub", "é/キー", EdgeKind.Yields, Certainty.Declared) with { Technique = "t", Assumptions = ["A"] },
        ];
        Run run = await PublishAsync(Some.Nodes(nodes) with { Edges = [.. edges.Select(edge => Some.Derived(edge))] });

        AccessGraph graph = await Store.LoadGraphAsync(run.Id, Cancellation);

        Assert.Equal(run.Id.ToString(), graph.Version);
        Assert.Equal(GraphText.Of(nodes, edges), GraphText.Of(graph));
    }

    /// <summary>Each in an estate of its own spelling: quotes and letters that a store must unescape, dates with and without time, a value that is none of the list.</summary>
    [Fact]
    public async Task A_graph_has_what_accountability_is_judged_by()
    {
        GraphNode[] nodes =
        [
            Some.Node("ana", "Ana \"A\" É", NodeKinds.Human, (PropertyNames.Status, "DEPARTED"), (PropertyNames.DepartedAt, "2025-03-01"), (PropertyNames.Email, "a\\b@x")),
            Some.Node("leo", "Leo", NodeKinds.Human, (PropertyNames.Status, "LEAVE")),
            Some.Node("shop", "Shop", NodeKinds.Application, (PropertyNames.Status, "RETIRED"), (PropertyNames.RetiredAt, "2024-12-31T23:59:59Z"), (PropertyNames.DepartedAt, "2020-01-01")),
            Some.Node("job", "job", NodeKinds.Consumer, (PropertyNames.ConsumerType, "PIPELINE"), (PropertyNames.Potential, "true"), (PropertyNames.LastRunAt, "2026-01-01T00:00:00+02:00")),
            Some.Node("key", "key", NodeKinds.Credential, (PropertyNames.CredentialType, "ACCESS_KEY"), (PropertyNames.Posture, "STATIC"), (PropertyNames.Enabled, "false"), (PropertyNames.CreatedAt, "2019-05-05T10:00:00Z"),
                (PropertyNames.LastRotatedAt, "2020-05-05T10:00:00.5Z"), (PropertyNames.ExpiresAt, "2027-01-01T00:00:00Z"), (PropertyNames.LastUsedAt, "never")),
            Some.Node("role", "role", NodeKinds.Identity | NodeKinds.Resource, (PropertyNames.IdentityType, "CLOUD_ROLE"), (PropertyNames.Nature, "NON_HUMAN"), (PropertyNames.ProviderOwned, "true"), (PropertyNames.ResourceType, "ROLE"),
                (PropertyNames.Purpose, "builds"), (PropertyNames.Owner, "nobody"), (PropertyNames.Known, "false")),
            Some.Node("plain", "plain", NodeKinds.Identity, (PropertyNames.IdentityType, "NO_SUCH_TYPE"), (PropertyNames.Purpose, " "), (PropertyNames.Known, "true")),
        ];
        GraphEdge[] edges = [.. new[] { "business", "technical", "escalation" }.Select(role => Some.Edge("leo", "role", EdgeKind.Owns) with { Properties = GraphNode.NoProperties.Add(PropertyNames.Role, role) }), Some.Edge("ana", "role", EdgeKind.Owns)];
        Run run = await PublishAsync(Some.Nodes(nodes) with { Edges = [.. edges.Select(edge => Some.Derived(edge))] });

        AccessGraph graph = await Store.LoadGraphAsync(run.Id, Cancellation);

        Assert.Equal(GraphText.Of(nodes, edges), GraphText.Of(graph));
        Assert.True(graph.TryFind("role", out int role));
        Assert.Equal(Enum.GetValues<OwnershipRole>().Select(one => one.Text()).Order(), graph.EvidenceIn(role).Select(edge => graph.RoleOf(edge.Id).Text()).Order());
        Assert.Equal((true, true, true, true), (graph.FactsOf(role).ProviderOwned, graph.FactsOf(role).HasPurpose, graph.FactsOf(role).NamesOwner, graph.FactsOf(role).Unlisted));
        Assert.True(graph.TryFind("key", out int key));
        Assert.Equal((Posture.Static, false, 1588672800L, (long?)null), (graph.FactsOf(key).Posture, graph.FactsOf(key).Enabled, graph.DateOf(key, NodeDate.Rotated), graph.DateOf(key, NodeDate.Used)));
        Assert.True(graph.TryFind("ana", out int ana));
        Assert.Equal((HumanStatus.Departed, 1740787200L), (graph.FactsOf(ana).HumanStatus, graph.DateOf(ana, NodeDate.Ended)));
        Assert.True(graph.TryFind("job", out int job));
        Assert.Equal((ConsumerType.Pipeline, true, 1767218400L), (graph.FactsOf(job).ConsumerType, graph.FactsOf(job).Potential, graph.DateOf(job, NodeDate.Used)));
    }

    [Fact]
    public async Task A_graph_of_an_older_version_is_that_of_then()
    {
        await PublishAsync(Some.Graph("a b"));
        await PublishAsync(Some.Graph("a c"));
        await PublishAsync(new RunChanges { EdgesRemoved = [Some.Derived(Some.Edge("a", "b")).Id], NodesRemoved = ["b"] });

        Assert.Equal(["a b"], await EdgesAsync(1));
        Assert.Equal(["a b", "a c"], await EdgesAsync(2));
        Assert.Equal(["a c"], await EdgesAsync(3));
        Assert.Equal(["a b", "a c"], await EdgesAsync(2));
    }

    [Fact]
    public async Task An_edge_of_several_owners_is_in_it_once_and_merged()
    {
        GraphEdge edge = Some.Edge("a", "b");
        await PublishAsync(Some.Graph("a b", "b a"));
        Run both = await PublishAsync(new RunChanges { Edges = [Some.Derived(edge with { Certainty = Certainty.Inferred }, "s0")] });
        Run weak = await PublishAsync(new RunChanges { EdgesRemoved = [Some.Derived(edge).Id] });

        Assert.Equal(Certainty.Proved, await CertaintyAsync(both.Id));
        Assert.Equal(Certainty.Inferred, await CertaintyAsync(weak.Id));
        Assert.Equal(Certainty.Proved, await CertaintyAsync(new RunId(1)));
    }

    [Fact]
    public async Task An_abandoned_or_open_run_is_not_in_it()
    {
        Run run = await PublishAsync(Some.Graph("a b"));
        RunId open = await Store.BeginAsync(Start(), Cancellation);
        await Store.WriteAsync(open, Some.Graph("a c"), Cancellation);

        Assert.Equal(1, (await Store.LoadGraphAsync(run.Id, Cancellation)).EdgeCount);
        await Store.AbandonAsync(open, Cancellation);
        Assert.Equal(1, (await Store.LoadGraphAsync(run.Id, Cancellation)).EdgeCount);
    }

    private async Task<string[]> EdgesAsync(int version)
    {
        AccessGraph graph = await Store.LoadGraphAsync(new RunId(version), Cancellation);
        return [.. Enumerable.Range(0, graph.EdgeCount).Select(graph.EdgeKeyOf).Select(edge => $"{edge.From} {edge.To}").Order(StringComparer.Ordinal)];
    }

    private async Task<Certainty> CertaintyAsync(RunId version)
    {
        AccessGraph graph = await Store.LoadGraphAsync(version, Cancellation);
        Assert.Equal(2, graph.EdgeCount);
        return Enumerable.Range(0, 2).Select(graph.EdgeAt).Single(edge => graph.KeyOf(edge.From) == "a").Certainty;
    }
}
