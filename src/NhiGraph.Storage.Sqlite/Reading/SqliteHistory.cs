using NhiGraph.Graph.Model;
using NhiGraph.Storage.Copying;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Engine;

namespace NhiGraph.Storage.Sqlite.Reading;

/// <summary>All intervals, by the indexes that keep those of a key together; one read transaction as long as it is held.</summary>
internal sealed class SqliteHistory(ReaderPool.Lease lease) : IStoreHistory
{
    private readonly StoreConnection _connection = lease.Connection;
    private readonly StoredNames _names = new(lease.Connection);

    public IEnumerable<Run> Runs() => RunReading.After(_connection, default);

    public IEnumerable<Interval<Fact>> Facts() => Intervals("facts", FactReading.Fact, 6, 7);

    public IEnumerable<Interval<Assertion>> Assertions() => Intervals("assertions", row => NodeReading.Assertion(row, _names), 3, 8);

    public IEnumerable<Interval<GraphNode>> Nodes() => Intervals("nodes", row => NodeReading.Node(row, _names), 4, 5);

    public IEnumerable<Interval<DerivedEdge>> Edges() => Intervals("edges", row => EdgeReading.Edge(row, _names), 4, 11);

    public IEnumerable<Interval<JoinTerm>> Terms() => Intervals("terms", row => FactReading.Term(row, _names), 4, 5);

    public void Dispose() => lease.Dispose();

    private IEnumerable<Interval<T>> Intervals<T>(string tables, Func<Statement, T> read, int opened, int closed) => _connection[tables + "_of_history"].Rows(row =>
        new Interval<T>(read(row), new RunId(row.Int64(opened)), row.Int64(closed) == long.MaxValue ? null : new RunId(row.Int64(closed))));
}
