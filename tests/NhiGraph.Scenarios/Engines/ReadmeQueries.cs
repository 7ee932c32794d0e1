using System.Text.Json;
using System.Text.RegularExpressions;
using NhiGraph.Architecture.Tests;
using NhiGraph.Storage.Neo4j;
using NhiGraph.Storage.Neo4j.QueryApi;

namespace NhiGraph.Scenarios.Engines;

/// <summary>The queries of README's "With Neo4j", each with the rows that README says it prints on the sample estate.</summary>
internal static partial class ReadmeQueries
{
    internal static async Task AssertAsync(QueryApiClient client, CancellationToken cancellation)
    {
        MatchCollection queries = Blocks().Matches(Repository.Read("README.md"));
        Assert.True(queries.Count >= 5, $"README has {queries.Count} queries with rows.");
        foreach (Match query in queries)
        {
            var statement = new Query(CypherFile.Of("README", query.Groups["query"].Value), new());
            string[] found = [.. await client.RowsAsync(statement, row => string.Join(" | ", Enumerable.Range(0, row.Count).Select(column => Text(row.Json(column)))), cancellation)];
            Assert.Equal(query.Groups["rows"].Value.TrimEnd().Split('\n'), found);
        }
    }

    private static string Text(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        JsonElement value = JsonElement.ParseValue(ref reader);
        return value.ValueKind switch
        {
            JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(item => item.ToString())),
            JsonValueKind.Null => "null",
            _ => value.ToString(),
        };
    }

    [GeneratedRegex("```cypher\n(?<query>[^`]+)```\n```text\n(?<rows>[^`]+)```")]
    private static partial Regex Blocks();
}
