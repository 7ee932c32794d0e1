namespace NhiGraph.Storage.Neo4j.Export;

/// <summary>What stands beside the files.</summary>
internal static class ExportReadme
{
    internal static string Of(ExportReport report) => FormattableString.Invariant($$"""
        # A graph of NhiGraph for Neo4j
        Version {{report.Version}} with its whole history: {{report.Nodes}} nodes and {{report.Edges}} edges as they stand, {{report.Rows}} rows in all. Everything is in the files (runs, facts, assertions, join terms,
        past states of nodes and edges); indexes and constraints are not, nhigraph makes them when it first opens the store.

        1. Stop the server: `neo4j stop`.
        2. In this folder, as the user that the server runs as:

               {{report.Command.Replace("\n", "\n       ", StringComparison.Ordinal)}}

           It refuses a database that is there already. Adding `--overwrite-destination` replaces that database: **all it holds is lost**.
        3. Start the server: `neo4j start`, then `nhigraph status --store neo4j:http://127.0.0.1:7474/neo4j`. The first opening takes a while: it makes the indexes.

        """);
}
