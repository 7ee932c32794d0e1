using NhiGraph.Graph.Model;
using NhiGraph.Storage;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Api.Tests.Estates;

/// <summary>Nodes and edges that a test writes into a store as one run, each said by a fact of its own.</summary>
internal sealed class Estate
{
    internal const string Source = "aws";
    internal static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly List<Assertion> _assertions = [];
    private readonly List<DerivedEdge> _edges = [];
    private readonly List<DatasetRun> _datasets = [];

    internal Estate Node(string key, NodeKinds kinds, string name, string scope = "aws:111", string dataset = "iam-users", params (string Name, string Value)[] properties)
    {
        var all = GraphNode.NoProperties.ToBuilder();
        all[PropertyNames.Scope] = scope;
        foreach ((string property, string value) in properties)
        {
            all[property] = value;
        }

        var node = new GraphNode(key, kinds, name, all.ToImmutable());
        _assertions.Add(new(node, new FactKey(Source, scope, dataset, key), scope, 2));
        return this;
    }

    internal Estate Edge(EdgeKind kind, string from, string to, Certainty certainty = Certainty.Proved, Func<GraphEdge, GraphEdge>? with = null, params EdgeKey[] needs)
    {
        var edge = new GraphEdge(kind, from, to, certainty);
        edge = with is null ? edge : with(edge);
        var fact = new Support(new FactKey(Source, "aws:111", "iam-users", from), null, $"{from} {kind.Text()} {to}", "/Statement/0");
        _edges.Add(new(edge, "aws:111", [[fact, .. needs.Select(need => new Support(null, need, "needs", null))]]));
        return this;
    }

    internal Estate On(string entitlement, string resource, OnTarget on, Certainty certainty = Certainty.Proved) =>
        Edge(EdgeKind.On, entitlement, resource, certainty, edge => edge with { On = on });

    internal Estate Read(string dataset, DatasetState state, string scope = "aws:111")
    {
        _datasets.Add(new(Source, scope, dataset, state, 1));
        return this;
    }

    /// <summary>Writes all of it as one published run.</summary>
    internal async Task<Run> WriteAsync(IGraphStore store, CancellationToken cancellation)
    {
        RunId run = await store.BeginAsync(new(RunKind.Load, Source, "aws", Noon, "rules"), cancellation);
        await store.WriteAsync(run, new RunChanges
        {
            Facts = [.. _assertions.Select(assertion => assertion.Fact).Distinct().Select(fact => new Fact(fact, "{}", "file.json"))],
            Assertions = [.. _assertions],
            Nodes = [.. _assertions.GroupBy(assertion => assertion.Node.Key).Select(NodeMerge.Merge)],
            Edges = [.. _edges],
        }, cancellation);
        return await store.PublishAsync(run, new(Noon.AddMinutes(1), [.. _datasets], []), cancellation);
    }
}
