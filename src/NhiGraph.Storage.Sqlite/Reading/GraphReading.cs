using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Engine;
using NhiGraph.Storage.Sqlite.Writing;

namespace NhiGraph.Storage.Sqlite.Reading;

/// <summary>The whole graph of a version from its rows. O(rows ever opened): the scan passes over closed intervals.</summary>
internal static class GraphReading
{
    internal static AccessGraph Read(StoreConnection connection, RunId version, CancellationToken cancellation)
    {
        var builder = new AccessGraphBuilder();
        var keys = new Dictionary<long, string>();
        Statement node = connection["nodes"].Bind(1, version.Value);
        while (node.Step())
        {
            string key = node.Text(1);
            keys.Add(node.Int64(0), key);
            builder.Add(new GraphNode(key, (NodeKinds)node.Int32(2), node.Text(3), PropertiesJson.Read(node.Bytes(4))));
        }

        foreach (GraphEdge edge in Edges(connection, version, keys))
        {
            cancellation.ThrowIfCancellationRequested();
            builder.Add(edge);
        }

        return builder.Build(version.ToString());
    }

    private static IEnumerable<GraphEdge> Edges(StoreConnection connection, RunId version, Dictionary<long, string> keys)
    {
        HashSet<(long, long, long, long)> shared = Shared(connection);
        var statements = new Dictionary<(long, long, long, long), List<DerivedEdge>>();
        var names = new StoredNames(connection);
        Statement row = connection["edges"].Bind(1, version.Value);
        while (row.Step())
        {
            var edge = new GraphEdge((EdgeKind)row.Int32(2), keys[row.Int64(0)], keys[row.Int64(1)], (Certainty)row.Int32(5)) { Validity = EdgeReading.ValidityOf(row, 6) };
            edge = names.Detailed(edge, row.Int64(9));
            var id = (row.Int64(0), row.Int64(1), row.Int64(2), row.Int64(3));
            if (shared.Contains(id))
            {
                (statements.TryGetValue(id, out List<DerivedEdge>? list) ? list : statements[id] = []).Add(new DerivedEdge(edge, names.Text(row.Int64(4)), []));
            }
            else
            {
                yield return edge;
            }
        }

        foreach (List<DerivedEdge> list in statements.Values)
        {
            yield return EdgeMerge.Merge(list).Edge;
        }
    }

    private static HashSet<(long, long, long, long)> Shared(StoreConnection connection)
    {
        var shared = new HashSet<(long, long, long, long)>();
        Statement row = connection["shared_edges"];
        while (row.Step())
        {
            shared.Add((row.Int64(0), row.Int64(1), row.Int64(2), row.Int64(3)));
        }

        return shared;
    }
}
