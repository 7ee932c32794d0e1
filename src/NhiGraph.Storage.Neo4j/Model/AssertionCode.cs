using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NhiGraph.Graph.Model;

namespace NhiGraph.Storage.Neo4j.Model;

/// <summary>What an assertion says of its node as JSON: <c>[kinds, name, {properties}]</c>; equal content has equal text.</summary>
internal static class AssertionCode
{
    internal static string Text(GraphNode node) => JsonText.Of(writer => Write(writer, node));

    internal static void Write(Utf8JsonWriter writer, GraphNode node)
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

    internal static GraphNode Read(string key, string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        JsonElement content = document.RootElement;
        return new GraphNode(key, (NodeKinds)content[0].GetInt32(), content[1].GetString()!,
            GraphNode.NoProperties.AddRange(content[2].EnumerateObject().Select(property => KeyValuePair.Create(property.Name, property.Value.GetString()!))));
    }
}
