using System.Buffers;
using System.Text.Json;
using NhiGraph.Storage.Neo4j.Model;

namespace NhiGraph.Storage.Neo4j.Export;

/// <summary>Properties as the store writes them into requests become fields of a row, so that both write the same ones: texts, numbers, truth values and lists of texts.</summary>
internal sealed class JsonFields : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Utf8JsonWriter _writer;
    private char[] _text = new char[4096];

    internal JsonFields() => _writer = new Utf8JsonWriter(_buffer, JsonText.Options);

    /// <summary>Adds the members of the object that <paramref name="write"/> writes, braces included.</summary>
    internal void Add(CsvRow row, Action<Utf8JsonWriter> write)
    {
        Utf8JsonReader reader = Written(write);
        reader.Read();
        AddMembers(row, ref reader);
    }

    /// <summary>Adds what a node is written as: its plain properties <c>p</c>, its instants <c>d</c>, its labels <c>l</c> under a name of the caller's.</summary>
    internal void AddNode(CsvRow row, Action<Utf8JsonWriter> write, Action<CsvRow, List<string>> labels)
    {
        Utf8JsonReader reader = Written(write);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string part = Name(ref reader);
            reader.Read();
            switch (part)
            {
                case "p":
                    AddMembers(row, ref reader);
                    break;
                case "d":
                    AddInstants(row, ref reader);
                    break;
                default:
                    labels(row, Texts(ref reader));
                    break;
            }
        }
    }

    public void Dispose() => _writer.Dispose();

    private Utf8JsonReader Written(Action<Utf8JsonWriter> write)
    {
        _buffer.ResetWrittenCount();
        _writer.Reset();
        write(_writer);
        _writer.Flush();
        return new Utf8JsonReader(_buffer.WrittenSpan);
    }

    private void AddMembers(CsvRow row, ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = Name(ref reader);
            reader.Read();
            switch (reader.TokenType)
            {
                case JsonTokenType.Number:
                    row.Number(name, reader.GetInt64());
                    break;
                case JsonTokenType.True or JsonTokenType.False:
                    row.Truth(name, reader.GetBoolean());
                    break;
                case JsonTokenType.StartArray:
                    row.Texts(name, Texts(ref reader));
                    break;
                case JsonTokenType.String:
                    row.Text(name, Text(ref reader));
                    break;
                case JsonTokenType.Null:
                    break;
                default:
                    throw new InvalidOperationException($"The property '{name}' is written as {reader.TokenType}, which no column holds.");
            }
        }
    }

    private void AddInstants(CsvRow row, ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            reader.Read();
            string name = Name(ref reader);
            reader.Read();
            row.Text(name, Text(ref reader), CsvType.Instant);
            reader.Read();
        }
    }

    private static List<string> Texts(ref Utf8JsonReader reader)
    {
        var texts = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            texts.Add(reader.GetString()!);
        }

        return texts;
    }

    /// <summary>One string for each name, however often it comes.</summary>
    private string Name(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<char> name = Text(ref reader);
        Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> known = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(name, out string? kept))
        {
            kept = name.ToString();
            _names.Add(kept, kept);
        }

        return kept;
    }

    private ReadOnlySpan<char> Text(ref Utf8JsonReader reader)
    {
        if (reader.ValueSpan.Length > _text.Length)
        {
            _text = new char[reader.ValueSpan.Length * 2];
        }

        return _text.AsSpan(0, reader.CopyString(_text));
    }
}
