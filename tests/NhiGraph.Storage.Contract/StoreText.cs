using System.Text;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Contract;

/// <summary>Everything that a store says of every version, as sorted lines: two stores answer alike if their texts are equal.</summary>
public static class StoreText
{
    /// <param name="store">The store to read whole.</param>
    /// <param name="owners">Every scope that owns something, now or before.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<string> OfAsync(IGraphStore store, IReadOnlyCollection<string> owners, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        StoreStatus status = await store.StatusAsync(cancellation);
        text.AppendLine($"version {status.Version} rules {status.RulesHash} {status.Nodes} nodes {status.Edges} edges {status.Facts} facts");
        foreach (SourceStatus source in status.Sources)
        {
            text.AppendLine($"source {source.Id} {source.Kind} {source.LastRun}");
            text.AppendJoin('\n', source.Datasets).AppendLine();
        }

        List<Run> runs = await RunsAsync(store, cancellation);
        foreach (Run run in runs)
        {
            text.AppendLine($"{run with { Datasets = [], Problems = [] }} {run.StartedAt:O} {run.FinishedAt:O}").AppendJoin('\n', run.Datasets).AppendJoin('\n', run.Problems).AppendLine();
        }

        foreach (RunId version in runs.Where(run => run.State == RunState.Published).Select(run => run.Id).Append(default))
        {
            text.AppendLine($"== version {version}");
            await AddAsync(text, store, version, owners, cancellation);
        }

        return text.ToString();
    }

    private static async Task AddAsync(StringBuilder text, IGraphStore store, RunId version, IReadOnlyCollection<string> owners, CancellationToken cancellation)
    {
        text.AppendJoin('\n', await store.FactsAsync(version, null, null, cancellation).ToArrayAsync(cancellation)).AppendLine();
        text.AppendJoin('\n', (await store.TermsAsync(version, cancellation).ToArrayAsync(cancellation)).Select(term => term.ToString()).Order(StringComparer.Ordinal)).AppendLine();
        var edges = new HashSet<EdgeKey>();
        foreach (string owner in owners)
        {
            Assertion[] assertions = await store.AssertionsAsync(version, owner, cancellation).ToArrayAsync(cancellation);
            DerivedEdge[] owned = await store.EdgesAsync(version, owner, cancellation).ToArrayAsync(cancellation);
            edges.UnionWith(owned.Select(edge => edge.Edge.Key));
            text.AppendJoin('\n', assertions.Select(assertion => $"{owner} says by {assertion.Fact} {assertion.Weight} {Line(assertion.Node)}").Order(StringComparer.Ordinal)).AppendLine();
            text.AppendJoin('\n', owned.Select(Line).Order(StringComparer.Ordinal)).AppendLine();
        }

        foreach (string[] keys in (await KeysAsync(store, version, cancellation)).Chunk(1_000))
        {
            text.AppendJoin('\n', (await store.NodesAsync(version, keys, cancellation)).Select(Line).Order(StringComparer.Ordinal)).AppendLine();
        }

        foreach (EdgeKey[] keys in edges.Order().Chunk(1_000))
        {
            text.AppendJoin('\n', (await store.EdgesOfAsync(version, keys, cancellation)).Select(edge => $"since {edge.Since} {Line(edge.Derived)}").Order(StringComparer.Ordinal)).AppendLine();
        }
    }

    private static string Line(StoredNode node) =>
        $"{Line(node.Node)} first {node.FirstSeen:O} last {node.LastSeen:O} by {string.Join(", ", node.Assertions.Select(assertion => $"{assertion.Fact} since {assertion.Run}").Order(StringComparer.Ordinal))}";

    private static string Line(GraphNode node) => $"{node.Key} {node.Kinds} {node.Name} {string.Join(' ', node.Properties.Select(property => $"{property.Key}={property.Value}"))}";

    private static string Line(DerivedEdge edge)
    {
        string conditions = string.Join(", ", edge.Edge.Conditions.Select(condition => $"{condition.Key} {condition.Operator} {string.Join('|', condition.Values)} {condition.Statement}"));
        string because = string.Join(" or ", edge.Alternatives.Select(all => string.Join(" and ", all)));
        return $"{edge.Owner}: {edge.Edge.Key} {edge.Edge.Certainty} {edge.Edge.Validity} {edge.Edge.Technique} {edge.Edge.On} [{conditions}] {string.Join(',', edge.Edge.Assumptions)} {string.Join(' ', edge.Edge.Properties)} because {because}";
    }

    private static async Task<List<Run>> RunsAsync(IGraphStore store, CancellationToken cancellation)
    {
        var runs = new List<Run>();
        RunPage page;
        RunId? after = null;
        do
        {
            page = await store.RunsAsync(null, after, 100, cancellation);
            runs.AddRange(page.Runs);
            after = page.Runs.LastOrDefault()?.Id;
        }
        while (page.HasMore);

        runs.Reverse();
        return runs;
    }

    private static async Task<List<string>> KeysAsync(IGraphStore store, RunId version, CancellationToken cancellation)
    {
        var keys = new List<string>();
        NodePage page;
        string? after = null;
        do
        {
            page = await store.FindAsync(version, new NodeQuery { First = 500, After = after }, cancellation);
            keys.AddRange(page.Keys);
            after = page.Cursors.LastOrDefault();
        }
        while (page.HasMore);

        return keys;
    }
}
