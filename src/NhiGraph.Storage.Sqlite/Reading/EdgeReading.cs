using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Engine;
using NhiGraph.Storage.Sqlite.Writing;

namespace NhiGraph.Storage.Sqlite.Reading;

/// <summary>Edges with their evidence.</summary>
internal static class EdgeReading
{
    internal static IEnumerable<DerivedEdge> OfOwner(StoreConnection connection, RunId version, string owner)
    {
        var names = new StoredNames(connection);
        return names.TextId(owner) is { } id ? connection["edges_of_owner"].Bind(1, version.Value).Bind(2, id).Rows(row => Edge(row, names)) : [];
    }

    internal static ImmutableArray<StoredEdge> Of(StoreConnection connection, RunId version, IReadOnlyCollection<EdgeKey> keys)
    {
        var names = new StoredNames(connection);
        ImmutableArray<StoredEdge>.Builder found = ImmutableArray.CreateBuilder<StoredEdge>(keys.Count);
        var statements = new List<(DerivedEdge Edge, RunId Since)>();
        foreach (EdgeKey key in keys.Distinct())
        {
            if (connection["find_node_key"].Bind(1, key.From).Number() is not { } from || connection["find_node_key"].Bind(1, key.To).Number() is not { } to
                || names.TextId(key.Qualifier) is not { } qualifier)
            {
                continue;
            }

            statements.Clear();
            Statement row = connection["edge_at"].Bind(1, version.Value).Bind(2, from).Bind(3, to).Bind(4, (long)key.Kind).Bind(5, qualifier);
            while (row.Step())
            {
                statements.Add((Edge(row, names), new RunId(row.Int64(4))));
            }

            if (statements.Count > 0)
            {
                found.Add(new StoredEdge(EdgeMerge.Merge(statements.Select(statement => statement.Edge)), statements.Min(statement => statement.Since)));
            }
        }

        return found.DrainToImmutable();
    }

    /// <summary>A row of from, to, kind, owner, opened, certainty, from when, until when, disabled, detail, evidence.</summary>
    internal static DerivedEdge Edge(Statement row, StoredNames names)
    {
        var edge = new GraphEdge((EdgeKind)row.Int32(2), names.Node(row.Int64(0)), names.Node(row.Int64(1)), (Certainty)row.Int32(5)) { Validity = ValidityOf(row, 6) };
        return new DerivedEdge(names.Detailed(edge, row.Int64(9)), names.Text(row.Int64(3)), EvidenceCode.Read(row.Bytes(10), names));
    }

    /// <summary>From three columns: from, until, disabled.</summary>
    internal static Validity ValidityOf(Statement row, int column)
    {
        long from = row.IsNull(column) ? long.MinValue : row.Int64(column);
        long until = row.IsNull(column + 1) ? long.MaxValue : row.Int64(column + 1);
        return new Validity(from, until, row.Int64(column + 2) != 0);
    }
}
