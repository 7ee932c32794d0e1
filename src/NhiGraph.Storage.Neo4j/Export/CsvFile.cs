using System.Buffers;
using System.Text;

namespace NhiGraph.Storage.Neo4j.Export;

/// <summary>
/// One file of rows with its header in a file of its own, written last: a column is made when its first value comes. Every row has all columns, those without a name yet too, for the importer
/// takes a short row amiss whose last field is empty.
/// </summary>
internal sealed class CsvFile : IDisposable
{
    /// <summary>In a header these begin and end options of a column, or a line.</summary>
    private static readonly SearchValues<char> Refused = SearchValues.Create("(){}\n\r");

    private readonly string _folder;
    private readonly int _capacity;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<(string Name, CsvType Type)> _header = [];
    private readonly int[] _fieldOf;
    private readonly FileStream _data;

    internal CsvFile(string folder, string name, int capacity)
    {
        (_folder, Name, _capacity) = (folder, name, capacity);
        _fieldOf = new int[capacity];
        _data = new FileStream(Path.Combine(folder, DataName), FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1 << 20);
    }

    internal string Name { get; }

    internal string HeaderName => Name + ".header.csv";

    internal string DataName => Name + ".csv";

    internal long Rows { get; private set; }

    /// <summary>Writes a row, or tells that it does not fit: a column of its is of another type here, or there is no room for more columns.</summary>
    internal bool TryWrite(CsvRow row)
    {
        int made = _header.Count;
        foreach (CsvRow.Field field in row.Fields)
        {
            if (_columns.TryGetValue(field.Name, out int column) ? _header[column].Type != field.Type : ++made > _capacity)
            {
                return false;
            }
        }

        Array.Fill(_fieldOf, -1);
        for (int field = 0; field < row.Fields.Count; field++)
        {
            _fieldOf[ColumnOf(row.Fields[field])] = field;
        }

        for (int column = 0; column < _capacity; column++)
        {
            if (column > 0)
            {
                _data.WriteByte((byte)',');
            }

            if (_fieldOf[column] >= 0)
            {
                _data.Write(row.Of(row.Fields[_fieldOf[column]]));
            }
        }

        _data.WriteByte((byte)'\n');
        Rows++;
        return true;
    }

    /// <summary>Writes the header and tells the length of both files.</summary>
    internal long End()
    {
        var header = new StringBuilder();
        for (int column = 0; column < _capacity; column++)
        {
            header.Append(column > 0 ? "," : "").Append(column < _header.Count ? $"\"{Heading(_header[column]).Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : ":IGNORE");
        }

        File.WriteAllText(Path.Combine(_folder, HeaderName), header.Append('\n').ToString());
        _data.Flush();
        return _data.Length + header.Length;
    }

    public void Dispose() => _data.Dispose();

    private int ColumnOf(CsvRow.Field field)
    {
        if (!_columns.TryGetValue(field.Name, out int column))
        {
            if (field.Type != CsvType.Own && field.Name.AsSpan().ContainsAny(Refused))
            {
                throw new ExportRefusedException($"The property name '{field.Name}' has a sign that the header of neo4j-admin's files has another use for. Use nhigraph copy, which can take it.");
            }

            column = _header.Count;
            _columns.Add(field.Name, column);
            _header.Add((field.Name, field.Type));
        }

        return column;
    }

    private static string Heading((string Name, CsvType Type) column) => column.Type switch
    {
        CsvType.Own => column.Name,
        CsvType.Text => column.Name + ":string",
        CsvType.Texts => column.Name + ":string[]",
        CsvType.Number => column.Name + ":long",
        CsvType.Truth => column.Name + ":boolean",
        _ => column.Name + ":datetime",
    };
}
