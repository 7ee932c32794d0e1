using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NhiGraph.Storage.Neo4j.Model;

/// <summary>JSON as the store keeps it in properties: compact, escaped no more than JSON demands, so that equal content has equal text.</summary>
internal static class JsonText
{
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>A thread keeps one buffer: millions of rows are written one after the other.</summary>
    private const int MostKept = 1 << 20;

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? free;

    internal static string Of(Action<Utf8JsonWriter> write) => Read(write, static utf8 => Encoding.UTF8.GetString(utf8));

    /// <summary>The same as UTF-8, which lives as long as <paramref name="read"/> runs.</summary>
    internal static T Read<T>(Action<Utf8JsonWriter> write, Func<ReadOnlySpan<byte>, T> read)
    {
        (ArrayBufferWriter<byte> buffer, Utf8JsonWriter writer) = free ?? Make();
        // What writes may itself need JSON as text.
        free = null;
        write(writer);
        writer.Flush();
        T result = read(buffer.WrittenSpan);
        if (buffer.Capacity <= MostKept)
        {
            buffer.ResetWrittenCount();
            writer.Reset();
            free = (buffer, writer);
        }

        return result;
    }

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer) Make()
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        return (buffer, new Utf8JsonWriter(buffer, Options));
    }
}
