using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NhiGraph.Storage.Neo4j.QueryApi;

/// <summary>A query's parameters as JSON, written once and sent as often as need be. Texts of any content; numbers whole or floating. Not safe for concurrent use while it is written.</summary>
#pragma warning disable CA1001 // over a buffer of its own the writer holds nothing to give back
public sealed class QueryParameters
#pragma warning restore CA1001
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private readonly Utf8JsonWriter _writer;
    private bool _whole;

    public QueryParameters()
    {
        _writer = new Utf8JsonWriter(_buffer, Options);
        _writer.WriteStartObject();
    }

    public QueryParameters Set(string name, string? value)
    {
        _writer.WriteString(name, value);
        return this;
    }

    public QueryParameters Set(string name, long value)
    {
        _writer.WriteNumber(name, value);
        return this;
    }

    public QueryParameters Set(string name, long? value) => value is { } some ? Set(name, some) : Set(name, (string?)null);

    public QueryParameters Set(string name, bool value)
    {
        _writer.WriteBoolean(name, value);
        return this;
    }

    public QueryParameters Set(string name, IEnumerable<string?> values) => Set(name, writer =>
    {
        writer.WriteStartArray();
        foreach (string? value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    });

    public QueryParameters Set(string name, IEnumerable<long> values) => Set(name, writer =>
    {
        writer.WriteStartArray();
        foreach (long value in values)
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
    });

    /// <summary>A parameter of any form: <paramref name="value"/> writes exactly one JSON value.</summary>
    public QueryParameters Set(string name, Action<Utf8JsonWriter> value)
    {
        _writer.WritePropertyName(name);
        value(_writer);
        return this;
    }

    /// <summary>The JSON object without its closing brace.</summary>
    internal ReadOnlyMemory<byte> Members()
    {
        if (!_whole)
        {
            _writer.Flush();
            _whole = true;
        }

        return _buffer.WrittenMemory;
    }
}
