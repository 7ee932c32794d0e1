using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Engine;

namespace NhiGraph.Storage.Sqlite.Reading;

/// <summary>Facts and join terms.</summary>
internal static class FactReading
{
    internal static IEnumerable<Fact> Facts(StoreConnection connection, RunId version, string? scope, string? dataset) =>
        connection["facts"].Bind(1, version.Value).Bind(2, scope).Bind(3, dataset).Rows(Fact);

    internal static IEnumerable<JoinTerm> Terms(StoreConnection connection, RunId version)
    {
        var names = new StoredNames(connection);
        return connection["terms"].Bind(1, version.Value).Rows(row => Term(row, names));
    }

    /// <summary>A row of source, scope, dataset, key, content, locator.</summary>
    internal static Fact Fact(Statement row) => new(new FactKey(row.Text(0), row.Text(1), row.Text(2), row.Text(3)), row.Text(4), row.Text(5));

    /// <summary>A row of scope, side, join key, content.</summary>
    internal static JoinTerm Term(Statement row, StoredNames names) => new(names.Text(row.Int64(0)), (JoinSide)row.Int32(1), row.Text(2), row.Text(3));
}
