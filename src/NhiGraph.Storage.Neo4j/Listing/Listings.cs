using System.Collections.Concurrent;
using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Neo4j.Model;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Neo4j.Reading;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Listing;

/// <summary>
/// Pages of listings and searches, found, ordered and cut by the database. What the database cannot know of texts (case, order by code point) stands beside them; a page begins after the
/// sort key of the node that its cursor names. How many there are is counted once for each query and version, for a version never changes.
/// </summary>
internal sealed class Listings(QueryApiClient client, NodeReading nodes)
{
    private const int TotalsKept = 256;
    private readonly ConcurrentDictionary<string, long> _totals = new(StringComparer.Ordinal);

    /// <param name="version">A published version.</param>
    /// <param name="graphAlone">Whether the graph alone holds that version, without the past and states staged.</param>
    /// <param name="query">What is asked for.</param>
    /// <param name="cancellation">Ends the reading.</param>
    internal async Task<NodePage> PageAsync(RunId version, bool graphAlone, NodeQuery query, CancellationToken cancellation)
    {
        var cursors = new NodeCursor(version, query);
        string? text = SearchKey.Typed(query.Text);
        GraphNode? after = query.After is null ? null : await AfterAsync(version, query, cursors.KeyOf(query.After), cancellation).ConfigureAwait(false);
        string file = (text is null ? "load/find" : "load/search") + (graphAlone ? "" : "_at");
        QueryParameters parameters = Filters(version, query, text);
        if (text is null)
        {
            SetOrder(parameters, query.Order, after);
        }
        else
        {
            parameters.Set("afterRank", after is null ? null : (long)Rank(query, after));
            SetAfter(parameters, after is null ? null : SortText.Folded(after.Name), after);
        }

        ImmutableArray<string> found = await client.RowsAsync(
            new Query(CypherFile.Named(file), parameters.Set("first", query.First + 1L)), static row => row.Text(0), cancellation).ConfigureAwait(false);
        ImmutableArray<string> keys = found.Length > query.First ? found[..query.First] : found;
        long total = _totals.TryGetValue(cursors.At(""), out long known) ? known : await TotalAsync(version, graphAlone, query, text, cancellation).ConfigureAwait(false);
        return new NodePage(keys, [.. keys.Select(cursors.At)], found.Length > query.First, total);
    }

    /// <summary>Keeps how many a query has, once it is known that the page was read whole.</summary>
    internal void Remember(RunId version, NodeQuery query, long total)
    {
        if (_totals.Count >= TotalsKept)
        {
            _totals.Clear();
        }

        _totals[new NodeCursor(version, query).At("")] = total;
    }

    private async Task<long> TotalAsync(RunId version, bool graphAlone, NodeQuery query, string? text, CancellationToken cancellation)
    {
        string file = (text is null ? "load/count" : "load/search_count") + (graphAlone ? "" : "_at");
        return (await client.RowsAsync(new Query(CypherFile.Named(file), Filters(version, query, text)), static row => row.Number(0), cancellation).ConfigureAwait(false))[0];
    }

    /// <summary>The node that a page comes after: it must be one of the query's own.</summary>
    private async Task<GraphNode> AfterAsync(RunId version, NodeQuery query, string key, CancellationToken cancellation)
    {
        Dictionary<string, (GraphNode Node, long)> found = await nodes.StatesAsync(version, [key], cancellation).ConfigureAwait(false);
        return found.TryGetValue(key, out (GraphNode Node, long) state)
            && (query.Kinds == NodeKinds.None || (state.Node.Kinds & query.Kinds) != 0) && query.Where.All(filter => filter.Admits(state.Node[filter.Property])) && Rank(query, state.Node) != SearchRank.None
            ? state.Node
            : throw NodeCursor.Bad();
    }

    private static SearchRank Rank(NodeQuery query, GraphNode node) => SearchText.Of(query.Text) is not { } text
        ? SearchRank.Equal
        : text.RankOf(FoldedText.Utf8(node.Name), FoldedText.Utf8(node.Key), FoldedText.Utf8(node[PropertyNames.Email]), FoldedText.Utf8(node[PropertyNames.Fingerprint]));

    private static QueryParameters Filters(RunId version, NodeQuery query, string? text)
    {
        QueryParameters parameters = new QueryParameters().Set("run", version.Value);
        parameters = query.Kinds == NodeKinds.None ? parameters.Set("kinds", (string?)null) : parameters.Set("kinds", NodeCode.Labels(query.Kinds));
        parameters.Set("where", writer =>
        {
            writer.WriteStartArray();
            foreach (PropertyFilter filter in query.Where)
            {
                writer.WriteStartObject();
                writer.WriteString("p", PropertyName.OfNode(filter.Property));
                bool any = !filter.AnyOf.IsDefaultOrEmpty;
                if (any)
                {
                    writer.WriteStartArray("any");
                    foreach (string value in filter.AnyOf.OfType<string>())
                    {
                        writer.WriteStringValue(value);
                    }

                    writer.WriteEndArray();
                }

                writer.WriteBoolean("none", any && filter.AnyOf.Contains(null));
                writer.WriteString("before", filter.Before is null ? null : SortText.Of(filter.Before));
                writer.WriteString("after", filter.After is null ? null : SortText.Of(filter.After));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
        return text is null ? parameters : parameters.Set("text", text).Set("separator", SearchKey.Separator);
    }

    private static void SetOrder(QueryParameters parameters, NodeOrder order, GraphNode? after)
    {
        parameters.Set("by", order.Property is null ? null : PropertyName.OfNode(order.Property)).Set("descending", order.Descending);
        string? value = after is null ? null : order.Property is null ? after.Name : after[order.Property];
        parameters.Set("afterMissing", after is null ? null : value is null ? 1L : 0L);
        SetAfter(parameters, value is null ? null : SortText.Folded(value), after);
    }

    private static void SetAfter(QueryParameters parameters, string? sortKey, GraphNode? after) =>
        parameters.Set("afterKey", sortKey).Set("afterId", after is null ? null : SortText.Of(after.Key));
}
