using NhiGraph.Graph.Model;
using NhiGraph.Scenarios.Reading;
using NhiGraph.Storage;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Scenarios.Running;

/// <summary>Writes a scenario's estate into a store as one run, each node and edge said by a fact of its own.</summary>
internal static class EstateWriter
{
    private const string Source = "scenario";

    internal static async Task WriteAsync(IGraphStore store, IReadOnlyCollection<GraphNode> nodes, IReadOnlyCollection<GraphEdge> edges, CancellationToken cancellation) =>
        await WriteAsync(store, nodes, edges, [], cancellation);

    internal static Task WriteAsync(IGraphStore store, Scenario scenario, CancellationToken cancellation) =>
        WriteAsync(store, scenario.Nodes, scenario.Edges, [.. scenario.Scopes.SelectMany(scope => scenario.Read.Where(read => read.Key != ScenarioSources.Records).Select(read => new DatasetRun(Source, scope, read.Key, read.Value, 0)))], cancellation, scenario.Read.GetValueOrDefault(ScenarioSources.Records, DatasetState.Complete));

    private static async Task WriteAsync(
        IGraphStore store, IReadOnlyCollection<GraphNode> nodes, IReadOnlyCollection<GraphEdge> edges, IReadOnlyCollection<DatasetRun> datasets, CancellationToken cancellation, DatasetState records = DatasetState.Complete)
    {
        RunId run = await store.BeginAsync(new(RunKind.Load, Source, Source, ScenarioFile.Noon, "rules"), cancellation);
        await store.WriteAsync(run, new RunChanges
        {
            Facts = [.. nodes.SelectMany(FactsOf).Select(fact => new Fact(fact, "{}", "scenario.yaml"))],
            Assertions = [.. nodes.SelectMany(node => FactsOf(node).Select(fact => new Assertion(node, fact, Source, 2)))],
            Nodes = [.. nodes],
            Edges = [.. edges.Select(edge => new DerivedEdge(edge, Source, [[new Support(FactOf(edge.From), null, $"{edge.From} {edge.Kind.Text()} {edge.To}", null)]]))],
        }, cancellation);
        await store.PublishAsync(run, new(ScenarioFile.Noon.AddMinutes(1), [new(Source, Source, "entities", records, nodes.Count), .. datasets], []), cancellation);
    }

    private static IEnumerable<FactKey> FactsOf(GraphNode node) =>
        node[ScenarioSources.ListedIn] is { } dataset ? [FactOf(node.Key), new(Source, node[PropertyNames.Scope]!, dataset, node.Key)] : [FactOf(node.Key)];

    private static FactKey FactOf(string key) => new(Source, Source, "entities", key);
}
