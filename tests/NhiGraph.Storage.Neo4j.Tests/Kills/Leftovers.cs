using System.Collections.Immutable;
using NhiGraph.Storage.Neo4j.QueryApi;

namespace NhiGraph.Storage.Neo4j.Tests.Kills;

/// <summary>What an undone run must not leave behind.</summary>
internal static class Leftovers
{
    private static readonly CypherFile Statement = CypherFile.Of("leftovers", """
        CALL () {
          MATCH (n) WHERE n.sinceRun >= $run OR n.untilRun >= $run RETURN head(labels(n)) AS what
          UNION ALL
          MATCH ()-[r]->() WHERE r.sinceRun >= $run OR r.untilRun >= $run RETURN type(r) AS what
          UNION ALL
          MATCH (n:NextState) RETURN 'staged' AS what
          UNION ALL
          MATCH (n:Entity) WHERE n.sinceRun IS NULL RETURN 'bare key' AS what
        }
        RETURN what, count(*) AS times
        """);

    /// <summary>Empty where there is nothing of a run.</summary>
    internal static async Task<string> OfAsync(QueryApiClient client, long run, CancellationToken cancellation)
    {
        ImmutableArray<string> found = await client.RowsAsync(new Query(Statement, new QueryParameters().Set("run", run)), static row => $"{row.Number(1)} {row.Text(0)}", cancellation);
        return string.Join(", ", found);
    }
}
