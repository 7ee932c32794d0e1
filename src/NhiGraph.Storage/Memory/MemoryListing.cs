using NhiGraph.Graph.Model;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Memory;

/// <summary>Listings and searches by scanning all nodes: the plain reading of <see cref="NodeQuery"/>.</summary>
internal static class MemoryListing
{
    internal static NodePage Page(IEnumerable<GraphNode> nodes, RunId version, NodeQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(query.First, nameof(query));
        var cursors = new NodeCursor(version, query);
        string? after = query.After is null ? null : cursors.KeyOf(query.After);
        GraphNode[] matching = [.. Ordered(nodes.Where(node => (query.Kinds == NodeKinds.None || (node.Kinds & query.Kinds) != 0)
            && query.Where.All(filter => filter.Admits(node[filter.Property]))), query)];
        int start = after is null ? 0 : Array.FindIndex(matching, node => node.Key == after) + 1;
        if (after is not null && start == 0)
        {
            throw NodeCursor.Bad();
        }

        string[] keys = [.. matching.Skip(start).Take(query.First).Select(node => node.Key)];
        return new NodePage([.. keys], [.. keys.Select(cursors.At)], start + keys.Length < matching.Length, matching.Length);
    }

    private static IEnumerable<GraphNode> Ordered(IEnumerable<GraphNode> nodes, NodeQuery query) =>
        SearchText.Of(query.Text) is not { } text
            ? nodes.Order(new NodeOrdering(query.Order))
            : nodes.Select(node => (Node: node, Rank: RankOf(text, node))).Where(match => match.Rank != SearchRank.None).OrderBy(match => match.Rank)
                .ThenBy(match => match.Node, new NodeOrdering(NodeOrder.ByName)).Select(match => match.Node);

    private static SearchRank RankOf(SearchText text, GraphNode node) =>
        text.RankOf(FoldedText.Utf8(node.Name), FoldedText.Utf8(node.Key), FoldedText.Utf8(node[PropertyNames.Email]), FoldedText.Utf8(node[PropertyNames.Fingerprint]));
}
