using NhiGraph.Graph.Model;
using NhiGraph.Storage;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Tests.Runs;

/// <summary>All that a store holds at its last version, as sorted text: two stores are equal if the texts are.</summary>
internal static class StoreContent
{
    internal static async Task<string> OfAsync(IGraphStore store, IEnumerable<string> owners, CancellationToken cancellation)
    {
        RunId version = (await store.StatusAsync(cancellation)).Version;
        var lines = new List<string>();
        await foreach (Fact fact in store.FactsAsync(version, null, null, cancellation))
        {
            lines.Add($"fact {fact.Id} {fact.Content}");
        }

        await foreach (JoinTerm term in store.TermsAsync(version, cancellation))
        {
            lines.Add($"term {term}");
        }

        foreach (string[] keys in (await KeysAsync(store, version, cancellation)).Chunk(1_000))
        {
            lines.AddRange((await store.NodesAsync(version, keys, cancellation)).Select(node => Line(node.Node)));
        }

        var edges = new HashSet<EdgeKey>();
        foreach (string owner in owners)
        {
            await foreach (DerivedEdge edge in store.EdgesAsync(version, owner, cancellation))
            {
                edges.Add(edge.Edge.Key);
            }
        }

        foreach (EdgeKey[] keys in edges.Chunk(1_000))
        {
            lines.AddRange((await store.EdgesOfAsync(version, keys, cancellation)).Select(edge => Line(edge.Derived)));
        }

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    internal static string Line(GraphNode node) => $"node {node.Key} {node.Kinds} {node.Name} {string.Join(' ', node.Properties.Select(p => $"{p.Key}={p.Value}"))}";

    internal static string Line(DerivedEdge edge) =>
        $"edge {edge.Edge.Key} {edge.Edge.Certainty} {string.Join(' ', edge.Edge.Properties.Select(p => $"{p.Key}={p.Value}"))} because {string.Join(" or ", edge.Alternatives.Select(all => string.Join(" and ", all.Select(s => $"{s.Fact} {s.Statement}"))).Order(StringComparer.Ordinal))}";

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
