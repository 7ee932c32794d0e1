namespace NhiGraph.Storage.Neo4j.Export;

/// <summary>The rows of one kind of thing: one file, and further ones for the rows that do not fit its columns (the same property a text here and a truth value there).</summary>
internal sealed class CsvTable(string folder, string name, int capacity, string? idColumn = null) : IDisposable
{
    private readonly List<CsvFile> _files = [];

    internal CsvRow Row { get; } = new() { IdColumn = idColumn };

    internal IReadOnlyList<CsvFile> Files => _files;

    internal long Rows => _files.Sum(file => file.Rows);

    /// <summary>Writes <see cref="Row"/> and clears it.</summary>
    internal void Write()
    {
        if (!_files.Exists(file => file.TryWrite(Row)))
        {
            var next = new CsvFile(folder, _files.Count == 0 ? name : $"{name}-{_files.Count + 1}", Math.Max(capacity, Row.Fields.Count));
            _files.Add(next);
            next.TryWrite(Row);
        }

        Row.Clear();
    }

    public void Dispose() => _files.ForEach(file => file.Dispose());
}
