using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Sqlite.Engine;
using NhiGraph.Storage.Sqlite.Writing;

namespace NhiGraph.Storage.Sqlite.Reading;

/// <summary>What interned numbers stand for, looked up once a read; more of a kind than are kept are looked up again.</summary>
internal sealed class StoredNames(StoreConnection connection)
{
    private const int Kept = 250_000;
    private readonly Dictionary<long, string> _texts = [];
    private readonly Dictionary<long, string> _nodes = [];
    private readonly Dictionary<long, string> _details = [];
    private readonly Dictionary<long, FactKey> _facts = [];

    internal string Text(long id) => id == 0 ? "" : Of(_texts, "text_of", id);

    /// <summary>The number of a text, or null when the store has never held it.</summary>
    internal long? TextId(string text) => text.Length == 0 ? 0 : connection["find_text"].Bind(1, text).Number();

    internal string Node(long id) => Of(_nodes, "node_key_of", id);

    internal FactKey Fact(long id)
    {
        if (!_facts.TryGetValue(id, out FactKey key))
        {
            Statement found = connection["fact_key_of"].Bind(1, id);
            found.Step();
            key = new FactKey(found.Text(0), found.Text(1), found.Text(2), found.Text(3));
            found.Reset();
            Keep(_facts, id, key);
        }

        return key;
    }

    /// <summary>The edge with its details, if it has any.</summary>
    internal GraphEdge Detailed(GraphEdge edge, long detail) => detail == 0 ? edge : EdgeDetail.Apply(edge, Of(_details, "edge_detail_of", detail));

    private string Of(Dictionary<long, string> known, string query, long id)
    {
        if (!known.TryGetValue(id, out string? value))
        {
            Statement found = connection[query].Bind(1, id);
            found.Step();
            value = found.Text(0);
            found.Reset();
            Keep(known, id, value);
        }

        return value;
    }

    private static void Keep<T>(Dictionary<long, T> known, long id, T value)
    {
        if (known.Count >= Kept)
        {
            known.Clear();
        }

        known.Add(id, value);
    }
}
