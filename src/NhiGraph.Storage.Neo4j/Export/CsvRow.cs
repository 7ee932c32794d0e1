using System.Buffers;
using System.Globalization;
using System.Text;
using NhiGraph.Storage.Neo4j.Model;

namespace NhiGraph.Storage.Neo4j.Export;

/// <summary>The fields of one row, encoded as they come. Texts are quoted always: an empty one without quotes would be none.</summary>
internal sealed class CsvRow
{
    /// <summary>Parts the elements of a list: texts have no such unit, or cannot be exported.</summary>
    internal const char ListSeparator = '\u001f';

    private readonly ArrayBufferWriter<byte> _bytes = new(4096);

    internal List<Field> Fields { get; } = new(64);

    /// <summary>Where the text <c>id</c> is what relationships name a node by: the importer's column for it, which makes the property too.</summary>
    internal string? IdColumn { get; init; }

    /// <summary>A text with a line break came: the importer must be told.</summary>
    internal bool HasLineBreaks { get; private set; }

    /// <summary>Bytes of the longest field, in any row.</summary>
    internal int Longest { get; private set; }

    internal void Clear()
    {
        _bytes.ResetWrittenCount();
        Fields.Clear();
    }

    /// <summary>A field's bytes.</summary>
    internal ReadOnlySpan<byte> Of(Field field) => _bytes.WrittenSpan.Slice(field.Start, field.Length);

    internal void Text(string name, ReadOnlySpan<char> value, CsvType type = CsvType.Text)
    {
        int start = _bytes.WrittenCount;
        Raw("\""u8);
        Quoted(value);
        Raw("\""u8);
        Add(IdColumn is not null && name == PropertyName.Id ? IdColumn : name, IdColumn is not null && name == PropertyName.Id ? CsvType.Own : type, start);
    }

    /// <exception cref="ExportRefusedException">The importer could not be given this list.</exception>
    internal void Texts(string name, IReadOnlyCollection<string> values)
    {
        if (values.Any(value => value.Contains(ListSeparator, StringComparison.Ordinal)) || (values.Count == 1 && values.First().Length == 0))
        {
            throw new ExportRefusedException($"A list in '{name}' has the text '{string.Join("', '", values)}': neo4j-admin cannot be given a list with U+001F or of one empty text. Use nhigraph copy, which can.");
        }

        Text(name, string.Join(ListSeparator, values), CsvType.Texts);
    }

    internal void Number(string name, long value)
    {
        int start = _bytes.WrittenCount;
        Span<byte> digits = _bytes.GetSpan(20);
        value.TryFormat(digits, out int length, provider: CultureInfo.InvariantCulture);
        _bytes.Advance(length);
        Add(name, CsvType.Number, start);
    }

    internal void Truth(string name, bool value)
    {
        int start = _bytes.WrittenCount;
        Raw(value ? "true"u8 : "false"u8);
        Add(name, CsvType.Truth, start);
    }

    private void Quoted(ReadOnlySpan<char> value)
    {
        HasLineBreaks |= value.IndexOfAny('\n', '\r') >= 0;
        for (int quote = value.IndexOf('"'); quote >= 0; quote = value.IndexOf('"'))
        {
            Utf8(value[..(quote + 1)]);
            Raw("\""u8);
            value = value[(quote + 1)..];
        }

        Utf8(value);
    }

    private void Utf8(ReadOnlySpan<char> value)
    {
        Span<byte> to = _bytes.GetSpan(Encoding.UTF8.GetMaxByteCount(value.Length));
        _bytes.Advance(Encoding.UTF8.GetBytes(value, to));
    }

    private void Raw(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    private void Add(string name, CsvType type, int start)
    {
        int length = _bytes.WrittenCount - start;
        Longest = Math.Max(Longest, length);
        Fields.Add(new Field(name, type, start, length));
    }

    internal readonly record struct Field(string Name, CsvType Type, int Start, int Length);
}
