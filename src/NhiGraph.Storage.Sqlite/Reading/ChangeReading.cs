using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Engine;

namespace NhiGraph.Storage.Sqlite.Reading;

/// <summary>What a run opened and what it closed, read row by row.</summary>
internal sealed class ChangeReading(StoreConnection connection, RunId run)
{
    private readonly StoredNames _names = new(connection);

    internal IEnumerable<RunChanges> Read() =>
        ChangeBatches.Cut(Closed("facts", row => _names.Fact(row.Int64(0))), rows => new RunChanges { FactsRemoved = rows })
            .Concat(ChangeBatches.Cut(Closed("assertions", ClosedAssertion), rows => new RunChanges { AssertionsRemoved = rows }))
            .Concat(ChangeBatches.Cut(Closed("nodes", row => _names.Node(row.Int64(0))), rows => new RunChanges { NodesRemoved = rows }))
            .Concat(ChangeBatches.Cut(Closed("edges", ClosedEdge), rows => new RunChanges { EdgesRemoved = rows }))
            .Concat(ChangeBatches.Cut(Closed("terms", row => FactReading.Term(row, _names)), rows => new RunChanges { TermsRemoved = rows }))
            .Concat(ChangeBatches.Cut(Opened("fact", FactReading.Fact), rows => new RunChanges { Facts = rows }))
            .Concat(ChangeBatches.Cut(Opened("assertion", row => NodeReading.Assertion(row, _names)), rows => new RunChanges { Assertions = rows }))
            .Concat(ChangeBatches.Cut(Opened("node", row => NodeReading.Node(row, _names)), rows => new RunChanges { Nodes = rows }))
            .Concat(ChangeBatches.Cut(Opened("edge", row => EdgeReading.Edge(row, _names)), rows => new RunChanges { Edges = rows }))
            .Concat(ChangeBatches.Cut(Opened("term", row => FactReading.Term(row, _names)), rows => new RunChanges { Terms = rows }));

    private IEnumerable<T> Opened<T>(string table, Func<Statement, T> read)
    {
        (long from, long until) = RowRange.OpenedBy(connection, table, run);
        return connection[table + "s_opened_by"].Bind(1, run.Value).Bind(2, from).Bind(3, until).Rows(read);
    }

    private IEnumerable<T> Closed<T>(string tables, Func<Statement, T> read) => connection[tables + "_closed_by"].Bind(1, run.Value).Rows(read);

    private AssertionKey ClosedAssertion(Statement row) => new(_names.Text(row.Int64(2)), _names.Fact(row.Int64(1)), _names.Node(row.Int64(0)));

    private DerivedEdgeKey ClosedEdge(Statement row) =>
        new(_names.Text(row.Int64(4)), new EdgeKey((EdgeKind)row.Int32(2), _names.Node(row.Int64(0)), _names.Node(row.Int64(1)), _names.Text(row.Int64(3))));
}
