using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Sqlite.Engine;

namespace NhiGraph.Storage.Sqlite.Writing;

/// <summary>The small numbers that stand for texts and keys; made where there is none yet. Lives as long as one run, for an abandoned run takes its numbers with it.</summary>
internal sealed class Interning(StoreConnection connection)
{
    private readonly Dictionary<string, long> _texts = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly Dictionary<string, long> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _details = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string, string), long> _datasets = [];
    private readonly Dictionary<FactKey, long> _facts = [];

    internal long Text(string value) => Of(_texts, "find_text", "put_text", value);

    internal long Node(string key) => Of(_nodes, "find_node_key", "put_node_key", key);

    /// <summary>0 for an edge without details.</summary>
    internal long Detail(GraphEdge edge) => EdgeDetail.IsPlain(edge) ? 0 : Of(_details, "find_edge_detail", "put_edge_detail", EdgeDetail.Text(edge));

    internal long Dataset(string source, string scope, string dataset)
    {
        var key = (source, scope, dataset);
        if (!_datasets.TryGetValue(key, out long id))
        {
            id = connection["find_dataset"].Bind(1, source).Bind(2, scope).Bind(3, dataset).Number()
                ?? connection["put_dataset"].Bind(1, source).Bind(2, scope).Bind(3, dataset).Insert();
            _datasets.Add(key, id);
        }

        return id;
    }

    internal long Fact(FactKey key)
    {
        if (!_facts.TryGetValue(key, out long id))
        {
            long dataset = Dataset(key.Source, key.Scope, key.Dataset);
            id = connection["find_fact_key"].Bind(1, dataset).Bind(2, key.Key).Number() ?? connection["put_fact_key"].Bind(1, dataset).Bind(2, key.Key).Insert();
            _facts.Add(key, id);
        }

        return id;
    }

    private long Of(Dictionary<string, long> known, string find, string put, string value)
    {
        if (!known.TryGetValue(value, out long id))
        {
            id = connection[find].Bind(1, value).Number() ?? connection[put].Bind(1, value).Insert();
            known.Add(value, id);
        }

        return id;
    }
}
