using Microsoft.Data.Sqlite;
using NhiGraph.Storage.Sqlite.Engine;
using NhiGraph.Storage.Sqlite.Opening;

namespace NhiGraph.Storage.Sqlite.Tests;

/// <summary>Every lookup goes by the index that was made for it, also in an empty store without statistics.</summary>
public sealed class QueryPlanTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Lookups { get; } = new()
    {
        { "open_fact", "fact_by_key (fact_id=? AND closed=?)" },
        { "open_node", "node_by_key (node_id=? AND closed=?)" },
        { "open_assertion", "assertion_by_node (node_id=? AND closed=?)" },
        { "open_edge", "edge_by_key (from_id=? AND to_id=? AND kind=? AND qualifier_id=? AND closed=?)" },
        { "open_term", "term_by_content (join_key=? AND scope_id=? AND side=? AND content=? AND closed=?)" },
        { "find_text", "(value=?)" },
        { "find_node_key", "(key=?)" },
        { "find_edge_detail", "(content=?)" },
        { "find_fact_key", "(dataset_id=? AND key=?)" },
        { "find_dataset", "(source=? AND scope=? AND dataset=?)" },
        { "node_at", "node_by_key (node_id=? AND closed>?)" },
        { "edge_at", "edge_by_key (from_id=? AND to_id=? AND kind=? AND qualifier_id=? AND closed>?)" },
        { "assertions_of_node", "assertion_by_node (node_id=? AND closed>?)" },
        { "asserted_facts_of_node", "assertion_by_node (node_id=? AND closed>?)" },
        { "assertions_of_owner", "assertion_by_owner (owner_id=? AND closed>?)" },
        { "edges_of_owner", "edge_by_owner (owner_id=? AND closed>?)" },
        { "last_read_of_dataset", "dataset_run_by_dataset (dataset_id=? AND state=? AND run<?)" },
        { "keys_in_order", "SCAN node_key USING COVERING INDEX" },
        { "facts", "fact_by_key (fact_id=? AND closed>?)" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Lookups))]
    public void A_lookup_goes_by_its_index(string query, string expected) => Assert.Contains(expected, PlanOf(query), StringComparison.Ordinal);

    [Fact]
    public void Facts_come_in_order_without_being_sorted() => Assert.DoesNotContain("TEMP B-TREE", PlanOf("facts"), StringComparison.Ordinal);

#pragma warning disable CA2100 // files of the assembly
    private string PlanOf(string query)
    {
        string file = _folder.File("store.db");
        StoreFile.Prepare(file, mayCreate: true);
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + SqlText.Query(query);
        for (int parameter = 1; parameter <= 9; parameter++)
        {
            if (command.CommandText.Contains($"?{parameter}", StringComparison.Ordinal))
            {
                command.Parameters.AddWithValue($"?{parameter}", 1);
            }
        }

        using SqliteDataReader reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(reader.GetString(3));
        }

        return string.Join('\n', lines);
    }
}
