namespace NhiGraph.Storage.Neo4j.Export;

/// <summary>The tables of an export: one for each label and for the relationships. A node or edge may have more properties than are known here; the rest of a table's columns are its own.</summary>
internal sealed class ExportTables(string folder) : IDisposable
{
    private const int NodeColumns = 64, EdgeColumns = 40, StoreColumns = 32, FewColumns = 12;

    internal const string Label = ":LABEL", Start = ":START_ID(Entity)", End = ":END_ID(Entity)", Type = ":TYPE", Id = "id:ID(Entity)";

    internal CsvTable Entities { get; } = new(folder, "entities", NodeColumns, Id);

    internal CsvTable PastNodes { get; } = new(folder, "past_nodes", NodeColumns);

    internal CsvTable Edges { get; } = new(folder, "edges", EdgeColumns);

    internal CsvTable PastEdges { get; } = new(folder, "past_edges", EdgeColumns);

    internal CsvTable Facts { get; } = new(folder, "facts", FewColumns);

    internal CsvTable Assertions { get; } = new(folder, "assertions", FewColumns);

    internal CsvTable Terms { get; } = new(folder, "terms", FewColumns);

    internal CsvTable Store { get; } = new(folder, "store", StoreColumns);

    internal JsonFields Json { get; } = new();

    private CsvTable[] Nodes => [Entities, PastNodes, PastEdges, Facts, Assertions, Terms, Store];

    internal long Rows => Nodes.Append(Edges).Sum(table => table.Rows);

    /// <summary>Writes the headers and tells the length of all files.</summary>
    internal long Finish() => Nodes.Append(Edges).SelectMany(table => table.Files).Sum(file => file.End());

    /// <summary>The importer's command, for the folder of the files; the destination must not be there.</summary>
    internal string Command()
    {
        IEnumerable<string> parts = Nodes.SelectMany(table => table.Files).Select(file => $"--nodes={file.HeaderName},{file.DataName}")
            .Concat(Edges.Files.Select(file => $"--relationships={file.HeaderName},{file.DataName}"));
        CsvRow[] rows = [.. Nodes.Append(Edges).Select(table => table.Row)];
        int longest = rows.Max(row => row.Longest);
        return string.Join(" \\\n  ", [
            "neo4j-admin database import full neo4j", .. parts, "--array-delimiter=U+001F",
            .. rows.Any(row => row.HasLineBreaks) ? ["--multiline-fields=true"] : Array.Empty<string>(),
            .. longest > DefaultBuffer / 2 ? [FormattableString.Invariant($"--read-buffer-size={(long)longest * 4}")] : Array.Empty<string>(),
        ]);
    }

    public void Dispose()
    {
        Array.ForEach(Nodes, table => table.Dispose());
        Edges.Dispose();
        Json.Dispose();
    }

    /// <summary>What the importer reads at once unless it is told otherwise; no field may be longer.</summary>
    private const int DefaultBuffer = 4 * 1024 * 1024;
}
