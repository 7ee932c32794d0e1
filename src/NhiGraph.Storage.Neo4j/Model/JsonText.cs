using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NhiGraph.Storage.Neo4j.Model;

/// <summary>JSON as the store keeps it in properties: compact, escaped no more than JSON demands, so that equal content has equal text.</summary>
internal static class JsonText
{
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    internal static string Of(Action<Utf8JsonWriter> write) => Encoding.UTF8.GetString(BytesOf(write));

    /// <summary>The same as UTF-8.</summary>
    internal static ReadOnlySpan<byte> BytesOf(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            write(writer);
        }

        return buffer.WrittenSpan;
    }
}
