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
        { "facts_closed_by", "fact_closed_by (closed=?)" },
        { "facts_closed_by", "o USING INDEX fact_by_key (fact_id=? AND closed>?)" },
        { "nodes_closed_by", "node_closed_by (closed=?)" },
        { "nodes_closed_by", "o USING INDEX node_by_key (node_id=? AND closed>?)" },
        { "assertions_closed_by", "assertion_closed_by (closed=?)" },
        { "assertions_closed_by", "o USING INDEX assertion_by_node (node_id=? AND closed>?)" },
        { "edges_closed_by", "edge_closed_by (closed=?)" },
        { "edges_closed_by", "o USING INDEX edge_by_key (from_id=? AND to_id=? AND kind=? AND qualifier_id=? AND closed>?)" },
        { "terms_closed_by", "term_closed_by (closed=?)" },
        { "terms_closed_by", "o USING INDEX term_by_content (join_key=? AND scope_id=? AND side=? AND content=? AND closed>?)" },
        { "facts_opened_by", "f USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)" },
        { "nodes_opened_by", "node USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)" },
        { "assertions_opened_by", "assertion USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)" },
        { "edges_opened_by", "edge USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)" },
        { "terms_opened_by", "term USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)" },
        { "opened_of_edge", "edge USING INTEGER PRIMARY KEY (rowid>?)" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Lookups))]
    public void A_lookup_goes_by_its_index(string query, string expected) => Assert.Contains(expected, PlanOf(query), StringComparison.Ordinal);

    [Theory]
    [InlineData("facts")]
    [InlineData("facts_of_history")]
    [InlineData("assertions_of_history")]
    [InlineData("nodes_of_history")]
    [InlineData("edges_of_history")]
    public void Rows_come_in_order_without_being_sorted(string query) => Assert.DoesNotContain("TEMP B-TREE", PlanOf(query), StringComparison.Ordinal);

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
