using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace NhiGraph.Storage.Neo4j.QueryApi;

/// <summary>The row that a reading stands at; good until the next one is read. Columns count from 0.</summary>
public sealed class QueryRow
{
    private byte[] _buffer = [];
    private (int Start, int End, JsonTokenType Type)[] _columns = new (int, int, JsonTokenType)[8];

    /// <summary>How many columns the row has.</summary>
    public int Count { get; private set; }

    public bool IsNull(int column) => At(column).Type == JsonTokenType.Null;

    /// <exception cref="FormatException">The column is no whole number.</exception>
    public long Number(int column) =>
        At(column).Type == JsonTokenType.Number && Utf8Parser.TryParse(Json(column), out long value, out int read) && read == Json(column).Length ? value : throw Not(column, "a whole number");

    public long? NumberOrNull(int column) => IsNull(column) ? null : Number(column);

    public double Real(int column) => At(column).Type == JsonTokenType.Number && Utf8Parser.TryParse(Json(column), out double value, out _) ? value : throw Not(column, "a number");

    public bool Boolean(int column) => At(column).Type switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Not(column, "a truth value"),
    };

    public string Text(int column) => TextOrNull(column) ?? throw Not(column, "a text");

    public string? TextOrNull(int column)
    {
        (_, _, JsonTokenType type) = At(column);
        if (type == JsonTokenType.Null)
        {
            return null;
        }

        if (type != JsonTokenType.String)
        {
            throw Not(column, "a text");
        }

        ReadOnlySpan<byte> quoted = Json(column);
        ReadOnlySpan<byte> inner = quoted[1..^1];
        if (!inner.Contains((byte)'\\'))
        {
            return Encoding.UTF8.GetString(inner);
        }

        var reader = new Utf8JsonReader(quoted);
        reader.Read();
        return reader.GetString()!;
    }

    /// <summary>A list of texts; empty for null.</summary>
    public string[] Texts(int column)
    {
        var reader = new Utf8JsonReader(Json(column));
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return [];
        }

        var texts = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            texts.Add(reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw Not(column, "a list of texts"));
        }

        return [.. texts];
    }

    /// <summary>The column's JSON as it came: lists, maps, nodes.</summary>
    public ReadOnlySpan<byte> Json(int column)
    {
        (int start, int end, _) = At(column);
        return _buffer.AsSpan(start, end - start);
    }

    internal void Begin(byte[] buffer)
    {
        _buffer = buffer;
        Count = 0;
    }

    internal void Add(int start, int end, JsonTokenType type)
    {
        if (Count == _columns.Length)
        {
            Array.Resize(ref _columns, Count * 2);
        }

        _columns[Count++] = (start, end, type);
    }

    private (int Start, int End, JsonTokenType Type) At(int column) =>
        (uint)column < (uint)Count ? _columns[column] : throw new ArgumentOutOfRangeException(nameof(column), column, $"The row has {Count} columns.");

    private FormatException Not(int column, string what) => new($"Column {column} is not {what} but {Encoding.UTF8.GetString(Json(column))}.");
}
