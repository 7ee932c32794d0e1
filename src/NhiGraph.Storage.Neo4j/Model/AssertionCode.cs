using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NhiGraph.Graph.Model;

namespace NhiGraph.Storage.Neo4j.Model;

/// <summary>What an assertion says of its node as JSON: <c>[kinds, name, {properties}]</c>; equal content has equal text.</summary>
internal static class AssertionCode
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    internal static string Text(GraphNode node)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartArray();
            writer.WriteNumberValue((int)node.Kinds);
            writer.WriteStringValue(node.Name);
            writer.WriteStartObject();
            foreach ((string name, string value) in node.Properties)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static GraphNode Read(string key, string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        JsonElement content = document.RootElement;
        return new GraphNode(key, (NodeKinds)content[0].GetInt32(), content[1].GetString()!,
            GraphNode.NoProperties.AddRange(content[2].EnumerateObject().Select(property => KeyValuePair.Create(property.Name, property.Value.GetString()!))));
    }
}
