using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Storage.Neo4j.Model;

/// <summary>64 bits of a hash of all that a row says, its key among it, and 64 bits of its key alone: stable for ever, for they are stored. A row of which both are open in the store is there already.</summary>
internal static class Digest
{
    internal static long Of(GraphNode node) => JsonText.Read(writer => AssertionCode.Write(writer, node), Of);

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

    internal static long KeyOf(string node) => Of(Encoding.UTF8.GetBytes(node));

    /// <param name="key">The assertion's key.</param>
    /// <param name="owner">Its owner's number.</param>
    /// <param name="dataset">The number of its fact's dataset.</param>
    internal static long KeyOf(AssertionKey key, long owner, long dataset) => Of(writer =>
    {
        writer.WriteNumberValue(owner);
        writer.WriteNumberValue(dataset);
        writer.WriteStringValue(key.Fact.Key);
        writer.WriteStringValue(key.Node);
    });

    /// <summary>48 bits of the edge's key, then 16 of its owner's: what several owners state of one edge is alike but for the last bits (<see cref="EdgeOf"/>).</summary>
    internal static long KeyOf(EdgeKey key, long owner) => (Of(writer =>
    {
        writer.WriteNumberValue((int)key.Kind);
        writer.WriteStringValue(key.From);
        writer.WriteStringValue(key.To);
        writer.WriteStringValue(key.Qualifier);
    }) & ~0xFFFFL) | (owner & 0xFFFF);

    /// <summary>The part of an edge's <see cref="KeyOf(EdgeKey, long)"/> that all its owners share.</summary>
    internal static long EdgeOf(long key) => key & ~0xFFFFL;

    /// <summary>Of an array of what is written.</summary>
    private static long Of(Action<Utf8JsonWriter> write) => JsonText.Read(writer =>
    {
        writer.WriteStartArray();
        write(writer);
        writer.WriteEndArray();
    }, Of);

    private static long Of(ReadOnlySpan<byte> said)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(said, hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
