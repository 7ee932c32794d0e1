using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Storage.Neo4j.Model;

/// <summary>A node as properties of the database and back: every text comes back as it was given.</summary>
internal static class NodeCode
{
    private static readonly NodeKind[] Kinds = Enum.GetValues<NodeKind>();

    /// <summary>The labels of a node beside <c>Entity</c>.</summary>
    internal static IEnumerable<string> Labels(NodeKinds kinds) => Kinds.Where(kind => (kinds & Bit(kind)) != 0).Select(kind => kind.ToString());

    internal static NodeKinds KindsOf(IEnumerable<string> labels) =>
        labels.Aggregate(NodeKinds.None, (kinds, label) => Enum.TryParse(label, out NodeKind kind) && Enum.IsDefined(kind) ? kinds | Bit(kind) : kinds);

    /// <summary>Writes what a statement needs to make or change a node: <c>p</c> its plain properties, <c>d</c> those that are instants, <c>l</c> its labels.</summary>
    internal static void Write(Utf8JsonWriter writer, GraphNode node)
    {
        List<NodeField> fields = Fields(node);
        writer.WriteStartObject("p");
        foreach (NodeField field in fields.Where(field => field.Type != NodeFieldType.Instant))
        {
            Write(writer, field);
        }

        writer.WriteEndObject();
        writer.WriteStartArray("d");
        foreach (NodeField field in fields.Where(field => field.Type == NodeFieldType.Instant))
        {
            writer.WriteStartArray();
            writer.WriteStringValue(field.Name);
            writer.WriteStringValue(field.Text);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("l");
        foreach (string label in Labels(node.Kinds))
        {
            writer.WriteStringValue(label);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a property that JSON has a type for.</summary>
    internal static void Write(Utf8JsonWriter writer, NodeField field)
    {
        writer.WritePropertyName(field.Name);
        if (field.Type == NodeFieldType.Text)
        {
            writer.WriteStringValue(field.Text);
        }
        else
        {
            writer.WriteRawValue(field.Text);
        }
    }

    /// <summary>All properties that the database has of a node, but for the runs that made and end it.</summary>
    internal static List<NodeField> Fields(GraphNode node)
    {
        var fields = new List<NodeField>(node.Properties.Count + 6)
        {
            new(PropertyName.Id, node.Key, NodeFieldType.Text),
            new(PropertyName.Name, node.Name, NodeFieldType.Text),
            new(PropertyName.SortName, SortText.Folded(node.Name), NodeFieldType.Text),
            new(PropertyName.Search, SearchKey.Of(node), NodeFieldType.Text),
            new(PropertyName.State, Digest.Of(node).ToString(CultureInfo.InvariantCulture), NodeFieldType.Number),
        };
        if (SortText.Of(node.Key) is { } sort && sort != node.Key)
        {
            fields.Add(new(PropertyName.SortId, sort, NodeFieldType.Text));
        }

        if ((node.Kinds & NodeKinds.Resource) != 0)
        {
            fields.Add(new(PropertyName.Trait, NodeColumns.Of(node).Traits.Text(), NodeFieldType.Text));
        }

        foreach ((string name, string value) in node.Properties)
        {
            Add(fields, name, value);
        }

        return fields;
    }

    /// <summary>The node of a map of its properties, as <c>properties(n)</c> gives it.</summary>
    internal static GraphNode Read(NodeKinds kinds, ReadOnlySpan<byte> map)
    {
        var reader = new Utf8JsonReader(map);
        reader.Read();
        string key = "", name = "";
        ImmutableSortedDictionary<string, string>.Builder properties = GraphNode.NoProperties.ToBuilder();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string stored = reader.GetString()!;
            reader.Read();
            switch (stored)
            {
                case PropertyName.Id:
                    key = reader.GetString()!;
                    break;
                case PropertyName.Name:
                    name = reader.GetString()!;
                    break;
                default:
                    if (PropertyName.FromNode(stored) is { } own)
                    {
                        properties.Add(own, TextOf(ref reader));
                    }
                    else
                    {
                        reader.Skip();
                    }

                    break;
            }
        }

        return new GraphNode(key, kinds, name, properties.ToImmutable());
    }

    private static void Add(List<NodeField> fields, string name, string value)
    {
        string stored = PropertyName.OfNode(name);
        if (PropertyName.Truths.Contains(name) && value is "true" or "false")
        {
            fields.Add(new(stored, value, NodeFieldType.Truth));
            return;
        }

        if (PropertyName.Instants.Contains(name) && IsInstant(value))
        {
            fields.Add(new(stored, value, NodeFieldType.Instant));
            return;
        }

        fields.Add(new(stored, value, NodeFieldType.Text));
        if (Ascii.IsValid(value))
        {
            return;
        }

        fields.Add(new(PropertyName.SortPrefix + stored, SortText.Folded(value), NodeFieldType.Text));
        if (SortText.Of(value) is { } raw && raw != value)
        {
            fields.Add(new(PropertyName.RawSortPrefix + stored, raw, NodeFieldType.Text));
        }
    }

    /// <summary>What a person or program wrote into the graph by hand may be of any type; it is read as its JSON.</summary>
    private static string TextOf(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString()!;
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                using (JsonDocument value = JsonDocument.ParseValue(ref reader))
                {
                    return value.RootElement.GetRawText();
                }
        }
    }

    /// <summary>A whole second in UTC in a year of four digits, for these the server gives back the same text.</summary>
    private static bool IsInstant(string text) =>
        text.Length == 20 && text[19] == 'Z' && DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) && time.Year >= 1;

    private static NodeKinds Bit(NodeKind kind) => (NodeKinds)(1 << (int)kind);
}
