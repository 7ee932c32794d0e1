using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Engine;

namespace NhiGraph.Storage.Sqlite.Reading;

/// <summary>Facts and join terms.</summary>
internal static class FactReading
{
    internal static IEnumerable<Fact> Facts(StoreConnection connection, RunId version, string? scope, string? dataset)
    {
        return Facts(connection["facts"].Bind(1, version.Value).Bind(2, scope).Bind(3, dataset));
    }

    internal static IEnumerable<JoinTerm> Terms(StoreConnection connection, RunId version) => Terms(connection["terms"].Bind(1, version.Value), new StoredNames(connection));

    /// <summary>Rows of source, scope, dataset, key, content, locator.</summary>
    internal static IEnumerable<Fact> Facts(Statement row)
    {
        while (row.Step())
        {
            yield return new Fact(new FactKey(row.Text(0), row.Text(1), row.Text(2), row.Text(3)), row.Text(4), row.Text(5));
        }
    }

    /// <summary>Rows of scope, side, join key, content.</summary>
    internal static IEnumerable<JoinTerm> Terms(Statement row, StoredNames names)
    {
        while (row.Step())
        {
            yield return new JoinTerm(names.Text(row.Int64(0)), (JoinSide)row.Int32(1), row.Text(2), row.Text(3));
        }
    }
}
