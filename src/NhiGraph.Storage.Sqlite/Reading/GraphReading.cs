using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Engine;

namespace NhiGraph.Storage.Sqlite.Reading;

/// <summary>The whole graph of a version from its rows. O(rows ever opened): the scan passes over closed intervals.</summary>
internal sealed class GraphReading
{
    private readonly AccessGraphBuilder _builder = new();
    private readonly StoredNames _names;
    private readonly int[] _numbers;
    private readonly Dictionary<(long Detail, Validity Validity), int> _details = new() { [(0, Validity.Always)] = 0 };
    private readonly HashSet<Ends> _shared;
    private readonly Dictionary<Ends, List<DerivedEdge>> _statements = [];

    private GraphReading(StoreConnection connection)
    {
        _names = new StoredNames(connection);
        _numbers = new int[(connection["last_node_key"].Number() ?? 0) + 1];
        _shared = Shared(connection);
    }

    internal static AccessGraph Read(StoreConnection connection, RunId version, CancellationToken cancellation)
    {
        var reading = new GraphReading(connection);
        reading._builder.ReserveEdges(checked((int)(connection["edge_count"].Bind(1, version.Value).Number() ?? 0)));
        reading.AddNodes(connection["nodes"].Bind(1, version.Value), cancellation);
        reading.AddEdges(connection["edges"].Bind(1, version.Value), cancellation);
        reading.AddShared();
        return reading._builder.Build(version.ToString());
    }

    private void AddNodes(Statement node, CancellationToken cancellation)
    {
        Array.Fill(_numbers, -1);
        var columns = new ColumnReading();
        while (node.Step())
        {
            cancellation.ThrowIfCancellationRequested();
            _numbers[node.Int64(0)] = _builder.AddNode(node.Bytes(1), columns.Of((NodeKinds)node.Int32(2), node.Bytes(4)));
        }
    }

    private void AddEdges(Statement row, CancellationToken cancellation)
    {
        while (row.Step())
        {
            cancellation.ThrowIfCancellationRequested();
            var ends = new Ends(row.Int64(0), row.Int64(1), row.Int64(2), row.Int64(3));
            var certainty = (Certainty)row.Int32(5);
            Validity validity = EdgeReading.ValidityOf(row, 6);
            if (_shared.Count > 0 && _shared.Contains(ends))
            {
                (_statements.TryGetValue(ends, out List<DerivedEdge>? list) ? list : _statements[ends] = []).Add(
                    new DerivedEdge(Edge(ends.Kind, certainty, validity, row.Int64(9)), _names.Text(row.Int64(4)), []));
                continue;
            }

            Add(ends, certainty, validity, row.Int64(9));
        }
    }

    /// <summary>What several owners state, each as one edge.</summary>
    private void AddShared()
    {
        foreach ((Ends ends, List<DerivedEdge> statements) in _statements)
        {
            GraphEdge edge = EdgeMerge.Merge(statements).Edge;
            _builder.AddEdge(NumberOf(ends.From), NumberOf(ends.To), edge.Kind, edge.Certainty, _builder.AddDetails(EdgeDetails.Of(edge)));
        }
    }

    private void Add(Ends ends, Certainty certainty, Validity validity, long detail)
    {
        if (!_details.TryGetValue((detail, validity), out int details))
        {
            details = _builder.AddDetails(EdgeDetails.Of(Edge(ends.Kind, certainty, validity, detail)));
            _details.Add((detail, validity), details);
        }

        _builder.AddEdge(NumberOf(ends.From), NumberOf(ends.To), (EdgeKind)ends.Kind, certainty, details);
    }

    private int NumberOf(long node) =>
        _numbers[node] >= 0 ? _numbers[node] : throw new StoreException(StoreReason.Unreadable, $"An edge of the store names '{_names.Node(node)}', which is no node of that version. Derive the graph again.");

    /// <summary>Without its ends: no detail depends on them.</summary>
    private GraphEdge Edge(long kind, Certainty certainty, Validity validity, long detail) => _names.Detailed(new GraphEdge((EdgeKind)kind, "", "", certainty) { Validity = validity }, detail);

    private static HashSet<Ends> Shared(StoreConnection connection)
    {
        var shared = new HashSet<Ends>();
        Statement row = connection["shared_edges"];
        while (row.Step())
        {
            shared.Add(new Ends(row.Int64(0), row.Int64(1), row.Int64(2), row.Int64(3)));
        }

        return shared;
    }

    private readonly record struct Ends(long From, long To, long Kind, long Qualifier);
}
