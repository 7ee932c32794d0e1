using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Engine;

namespace NhiGraph.Storage.Sqlite.Listing;

/// <summary>Listings of one version: its catalog, the property columns that were asked for, and the last answers. Nothing of it can go stale, for a version never changes.</summary>
internal sealed class VersionListing
{
    private const int AnswersKept = 32;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, PropertyColumn> _columns = new(StringComparer.Ordinal);
    private readonly List<(string Query, int[] Places)> _answers = [];
    private readonly RunId _version;
    private NodeCatalog? _catalog;

    internal VersionListing(RunId version) => _version = version;

    internal RunId Version => _version;

    internal NodePage Page(StoreConnection connection, NodeQuery query, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(query.First, nameof(query));
        var cursors = new NodeCursor(_version, query);
        string? after = query.After is null ? null : cursors.KeyOf(query.After);
        (NodeCatalog catalog, int[] places) = Answer(connection, query, cursors.At(""), cancellation);
        int start = after is null ? 0 : StartAfter(connection, catalog, places, after);
        string[] keys = [.. places.Skip(start).Take(query.First).Select(place => KeyAt(connection, catalog, place))];
        return new NodePage([.. keys], [.. keys.Select(cursors.At)], start + keys.Length < places.Length, places.Length);
    }

    private static int StartAfter(StoreConnection connection, NodeCatalog catalog, int[] places, string key)
    {
        int place = connection["find_node_key"].Bind(1, key).Number() is { } id ? catalog.PlaceOf(id) : -1;
        int index = place < 0 ? -1 : Array.IndexOf(places, place);
        return index < 0 ? throw NodeCursor.Bad() : index + 1;
    }

    private static string KeyAt(StoreConnection connection, NodeCatalog catalog, int place)
    {
        Statement key = connection["node_key_of"].Bind(1, catalog.IdAt(place));
        key.Step();
        string text = key.Text(0);
        key.Reset();
        return text;
    }

    /// <summary>Every place that the query lists, in its order. One caller makes an answer, others wait for it.</summary>
    private (NodeCatalog Catalog, int[] Places) Answer(StoreConnection connection, NodeQuery query, string queryText, CancellationToken cancellation)
    {
        lock (_lock)
        {
            _catalog ??= CatalogReading.Read(connection, _version, cancellation);
            int known = _answers.FindIndex(answer => answer.Query == queryText);
            int[] places = known >= 0 ? _answers[known].Places : Places(connection, _catalog, query, cancellation);
            if (known >= 0 || _answers.Count == AnswersKept)
            {
                _answers.RemoveAt(Math.Max(known, 0));
            }

            _answers.Add((queryText, places));
            return (_catalog, places);
        }
    }

    private int[] Places(StoreConnection connection, NodeCatalog catalog, NodeQuery query, CancellationToken cancellation)
    {
        SearchText? text = SearchText.Of(query.Text);
        string? orderBy = text is null ? query.Order.Property : null;
        ReadColumns(connection, catalog, [.. query.Where.Select(filter => filter.Property), .. orderBy is null ? Array.Empty<string>() : [orderBy]], cancellation);
        Func<int, bool>[] filters = [.. query.Where.Select(filter => _columns[filter.Property].Admits(filter))];
        bool Admits(int place) => catalog.IsOf(place, query.Kinds) && Array.TrueForAll(filters, filter => filter(place));
        if (text is not null)
        {
            return catalog.Search(text, Admits);
        }

        var places = new List<int>();
        for (int at = 0; at < catalog.Count; at++)
        {
            int place = orderBy is null ? at : catalog.ByKey[at];
            if (Admits(place))
            {
                places.Add(place);
            }
        }

        if (query.Order.Descending)
        {
            places.Reverse();
        }

        return orderBy is null ? [.. places] : _columns[orderBy].Sorted(places, query.Order.Descending);
    }

    private void ReadColumns(StoreConnection connection, NodeCatalog catalog, IEnumerable<string> properties, CancellationToken cancellation)
    {
        string[] missing = [.. properties.Distinct(StringComparer.Ordinal).Where(property => !_columns.ContainsKey(property))];
        if (missing.Length > 0)
        {
            PropertyColumn[] columns = PropertyColumn.Read(connection, _version, catalog, missing, cancellation);
            for (int i = 0; i < missing.Length; i++)
            {
                _columns.Add(missing[i], columns[i]);
            }
        }
    }
}
