using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Neo4j.Model;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Reading;

/// <summary>The whole graph of a version, from rows as they come: memory of the graph, not of the answer.</summary>
internal sealed class GraphReading
{
    private static readonly string[] Columns = [.. NodeColumnsBuilder.Properties.Order(StringComparer.Ordinal)];
    private static readonly string[] StoredColumns = [.. Columns.Select(PropertyName.OfNode)];
    private readonly AccessGraphBuilder _builder = new();
    private readonly NodeColumnsBuilder _columns = new();
    private readonly Dictionary<string, int> _nodes = new(StringComparer.Ordinal);

    internal static async Task<AccessGraph> ReadAsync(QueryApiClient client, RunId version, CancellationToken cancellation)
    {
        var reading = new GraphReading();
        foreach (string file in (string[])["load/graph_states", "load/graph_nodes"])
        {
            var nodes = new Query(CypherFile.Named(file), new QueryParameters().Set("run", version.Value).Set("columns", StoredColumns));
            await foreach (bool _ in client.StreamAsync(nodes, reading.AddNode, cancellation).ConfigureAwait(false))
            {
            }
        }

        var edges = new Query(CypherFile.Named("load/graph_edges"), new QueryParameters().Set("run", version.Value));
        await foreach (bool _ in client.StreamAsync(edges, reading.AddEdge, cancellation).ConfigureAwait(false))
        {
        }

        return reading._builder.Build(version.ToString());
    }

    /// <summary>The columns that a graph keeps of a node, of a list of the values of <see cref="StoredColumns"/>.</summary>
    private NodeColumns ColumnsOf(QueryRow row)
    {
        _columns.Begin(NodeCode.KindsOf(row.Texts(1)));
        var reader = new System.Text.Json.Utf8JsonReader(row.Json(2));
        reader.Read();
        for (int column = 0; reader.Read() && reader.TokenType != System.Text.Json.JsonTokenType.EndArray; column++)
        {
            switch (reader.TokenType)
            {
                case System.Text.Json.JsonTokenType.String:
                    _columns.Set(Columns[column], reader.GetString());
                    break;
                case System.Text.Json.JsonTokenType.True:
                    _columns.Set(Columns[column], "true");
                    break;
                case System.Text.Json.JsonTokenType.False:
                    _columns.Set(Columns[column], "false");
                    break;
            }
        }

        return _columns.End();
    }

    /// <summary>A state that was staged comes first and counts; what the graph still holds of that node is passed over.</summary>
    private bool AddNode(QueryRow row)
    {
        string key = row.Text(0);
        return !_nodes.ContainsKey(key) && _nodes.TryAdd(key, _builder.AddNode(key, ColumnsOf(row)));
    }

    private bool AddEdge(QueryRow row)
    {
        int from = NumberOf(row.Text(1)), to = NumberOf(row.Text(2));
        var certainty = (Certainty)row.Number(3);
        if (row.IsNull(4))
        {
            _builder.AddEdge(from, to, VocabularyText.ParseOrDefault<EdgeKind>(row.Text(0)), certainty);
            return true;
        }

        GraphEdge edge = EdgeCode.Read(row.Text(0), "", "", row.Json(4)).Edge;
        _builder.AddEdge(from, to, edge.Kind, certainty, _builder.AddDetails(EdgeDetails.Of(edge)));
        return true;
    }

    private int NumberOf(string key) => _nodes.TryGetValue(key, out int number)
        ? number
        : throw new StoreException(StoreReason.Unreadable, $"An edge of the store names '{key}', which is no node of that version. Derive the graph again.");
}
