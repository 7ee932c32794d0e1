using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using NhiGraph.Graph.Model;

namespace NhiGraph.Storage.Sqlite.Writing;

/// <summary>Properties as a JSON object of texts, sorted, so that equal properties are equal bytes.</summary>
internal sealed class PropertiesJson : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private readonly ArrayBufferWriter<byte> _buffer = new(512);
    private readonly Utf8JsonWriter _writer;

    internal PropertiesJson() => _writer = new Utf8JsonWriter(_buffer, Options);

    /// <summary>Good until the next call.</summary>
    internal ReadOnlySpan<byte> Of(ImmutableSortedDictionary<string, string> properties)
    {
        if (properties.IsEmpty)
        {
            return "{}"u8;
        }

        _buffer.ResetWrittenCount();
        _writer.Reset();
        _writer.WriteStartObject();
        foreach ((string name, string value) in properties)
        {
            _writer.WriteString(name, value);
        }

        _writer.WriteEndObject();
        _writer.Flush();
        return _buffer.WrittenSpan;
    }

    internal static ImmutableSortedDictionary<string, string> Read(ReadOnlySpan<byte> json)
    {
        if (json.Length <= 2)
        {
            return GraphNode.NoProperties;
        }

        ImmutableSortedDictionary<string, string>.Builder properties = GraphNode.NoProperties.ToBuilder();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            properties.Add(name, reader.GetString()!);
        }

        return properties.ToImmutable();
    }

    public void Dispose() => _writer.Dispose();
}
