using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Engine;
using NhiGraph.Storage.Sqlite.Writing;

namespace NhiGraph.Storage.Sqlite.Reading;

/// <summary>What a run opened and what it closed, read row by row.</summary>
internal sealed class ChangeReading(StoreConnection connection, RunId run)
{
    private readonly StoredNames _names = new(connection);

    internal IEnumerable<RunChanges> Read() =>
        ChangeBatches.Cut(Closed("facts", row => _names.Fact(row.Int64(0))), rows => new RunChanges { FactsRemoved = rows })
            .Concat(ChangeBatches.Cut(Closed("assertions", row => new AssertionKey(_names.Text(row.Int64(2)), _names.Fact(row.Int64(1)), _names.Node(row.Int64(0)))), rows => new RunChanges { AssertionsRemoved = rows }))
            .Concat(ChangeBatches.Cut(Closed("nodes", row => _names.Node(row.Int64(0))), rows => new RunChanges { NodesRemoved = rows }))
            .Concat(ChangeBatches.Cut(Closed("edges", ClosedEdge), rows => new RunChanges { EdgesRemoved = rows }))
            .Concat(ChangeBatches.Cut(FactReading.Terms(connection["terms_closed_by"].Bind(1, run.Value), _names), rows => new RunChanges { TermsRemoved = rows }))
            .Concat(ChangeBatches.Cut(FactReading.Facts(Opened("fact")), rows => new RunChanges { Facts = rows }))
            .Concat(ChangeBatches.Cut(NodeReading.Assertions(Opened("assertion"), _names), rows => new RunChanges { Assertions = rows }))
            .Concat(ChangeBatches.Cut(Nodes(Opened("node")), rows => new RunChanges { Nodes = rows }))
            .Concat(ChangeBatches.Cut(EdgeReading.Edges(Opened("edge"), _names), rows => new RunChanges { Edges = rows }))
            .Concat(ChangeBatches.Cut(FactReading.Terms(Opened("term"), _names), rows => new RunChanges { Terms = rows }));

    private Statement Opened(string table)
    {
        (long from, long until) = RowRange.OpenedBy(connection, table, run);
        return connection[table + "s_opened_by"].Bind(1, run.Value).Bind(2, from).Bind(3, until);
    }

    private IEnumerable<T> Closed<T>(string tables, Func<Statement, T> key)
    {
        Statement row = connection[tables + "_closed_by"].Bind(1, run.Value);
        while (row.Step())
        {
            yield return key(row);
        }
    }

    private DerivedEdgeKey ClosedEdge(Statement row) =>
        new(_names.Text(row.Int64(4)), new EdgeKey((EdgeKind)row.Int32(2), _names.Node(row.Int64(0)), _names.Node(row.Int64(1)), _names.Text(row.Int64(3))));

    private IEnumerable<GraphNode> Nodes(Statement row)
    {
        while (row.Step())
        {
            yield return new GraphNode(_names.Node(row.Int64(0)), (NodeKinds)row.Int32(1), row.Text(2), PropertiesJson.Read(row.Bytes(3)));
        }
    }
}
