using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Neo4j.Model;
using NhiGraph.Storage.Neo4j.QueryApi;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Reading;

/// <summary>What owners state of edges.</summary>
internal sealed class StatementReading(QueryApiClient client, Numbers numbers)
{
    internal async Task<IReadOnlyList<DerivedEdge>> OfOwnerAsync(RunId version, string owner, CancellationToken cancellation)
    {
        if (numbers.OwnerOrNull(owner) is not { } number)
        {
            return [];
        }

        var parameters = new QueryParameters().Set("run", version.Value).Set("from", Chunk.First(number)).Set("until", Chunk.First(number + 1));
        return await client.RowsAsync(new Query(CypherFile.Named("load/edges_of_owner"), parameters), row => Derived(Statement(row, 0)), cancellation).ConfigureAwait(false);
    }

    internal async Task<ImmutableArray<StoredEdge>> OfAsync(RunId version, IReadOnlyCollection<EdgeKey> keys, CancellationToken cancellation)
    {
        HashSet<EdgeKey> asked = [.. keys];
        var parameters = new QueryParameters().Set("run", version.Value).Set("pairs", writer =>
        {
            writer.WriteStartArray();
            foreach ((string from, string to) in asked.Select(key => (key.From, key.To)).Distinct())
            {
                writer.WriteStartArray();
                writer.WriteStringValue(from);
                writer.WriteStringValue(to);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        });
        ImmutableArray<StatementRow> statements = await client.RowsAsync(new Query(CypherFile.Named("load/edges"), parameters), static row => Statement(row, 0), cancellation).ConfigureAwait(false);
        return [.. statements.GroupBy(statement => statement.Edge.Key).Where(edge => asked.Contains(edge.Key)).Select(edge => new StoredEdge(
            EdgeMerge.Merge(edge.Select(Derived)), new RunId(edge.Min(statement => statement.Stated))))];
    }

    /// <summary>The statement of four columns: type, from, to, and the map of the relationship's properties.</summary>
    internal static StatementRow Statement(QueryRow row, int column) => EdgeCode.Read(row.Text(column), row.Text(column + 1), row.Text(column + 2), row.Json(column + 3));

    private DerivedEdge Derived(StatementRow statement) =>
        new(statement.Edge, numbers.OwnerName(statement.Owner), EvidenceCode.Read(statement.Evidence, numbers.DatasetKey));
}
