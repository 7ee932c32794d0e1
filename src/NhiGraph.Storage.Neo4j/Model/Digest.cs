using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Storage.Neo4j.Model;

/// <summary>64 bits of a hash of all that a row says, its key among it: stable for ever, for it is stored. A row whose place and digest are both open in the store is there already.</summary>
internal static class Digest
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    internal static long Of(GraphNode node) => Of(Encoding.UTF8.GetBytes(AssertionCode.Text(node)));

    /// <param name="edge">The edge as its owner states it.</param>
    /// <param name="evidence">Its evidence as it is stored.</param>
    internal static long Of(GraphEdge edge, string evidence) => Of(writer =>
    {
        writer.WriteNumberValue((int)edge.Key.Kind);
        writer.WriteStringValue(edge.From);
        writer.WriteStringValue(edge.To);
        writer.WriteStartObject();
        EdgeCode.Write(writer, edge);
        writer.WriteEndObject();
        writer.WriteStringValue(evidence);
    });

    /// <param name="assertion">The assertion.</param>
    /// <param name="dataset">The number of its fact's dataset.</param>
    internal static long Of(Assertion assertion, long dataset) => Of(writer =>
    {
        writer.WriteStringValue(assertion.Node.Key);
        writer.WriteNumberValue(dataset);
        writer.WriteStringValue(assertion.Fact.Key);
        writer.WriteNumberValue(assertion.Weight);
        writer.WriteStringValue(AssertionCode.Text(assertion.Node));
    });

    private static long Of(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartArray();
            write(writer);
            writer.WriteEndArray();
        }

        return Of(buffer.WrittenSpan);
    }

    private static long Of(ReadOnlySpan<byte> said)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(said, hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
