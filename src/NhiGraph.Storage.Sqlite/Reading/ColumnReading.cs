using System.Text.Json;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Storage.Sqlite.Reading;

/// <summary>The columns that a graph keeps of nodes, from their stored JSON. Few combinations are different, so that each is made once.</summary>
internal sealed class ColumnReading
{
    private static readonly (string Name, byte[] Utf8)[] Kept =
    [
        .. new[] { PropertyNames.Capability, PropertyNames.Container, PropertyNames.Environment, PropertyNames.ResourceType, PropertyNames.Scope, PropertyNames.Sensitivity }
            .Select(name => (name, System.Text.Encoding.UTF8.GetBytes(name))),
    ];

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<(NodeKinds, string?, string?, string?, string?, string?, string?), NodeColumns> _made = [];

    internal NodeColumns Of(NodeKinds kinds, ReadOnlySpan<byte> properties)
    {
        string?[] values = Values(properties);
        var key = (kinds, values[0], values[1], values[2], values[3], values[4], values[5]);
        if (!_made.TryGetValue(key, out NodeColumns columns))
        {
            var node = new GraphNode("", kinds, "", GraphNode.NoProperties.AddRange(Kept.Zip(values).Where(pair => pair.Second is not null).Select(pair => KeyValuePair.Create(pair.First.Name, pair.Second!))));
            columns = NodeColumns.Of(node);
            _made.Add(key, columns);
        }

        return columns;
    }

    private string?[] Values(ReadOnlySpan<byte> properties)
    {
        var values = new string?[Kept.Length];
        var reader = new Utf8JsonReader(properties);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int kept = 0;
            while (kept < Kept.Length && !reader.ValueTextEquals(Kept[kept].Utf8))
            {
                kept++;
            }

            reader.Read();
            if (kept < Kept.Length)
            {
                values[kept] = Interned(ref reader);
            }
        }

        return values;
    }

    private string Interned(ref Utf8JsonReader reader)
    {
        int most = reader.ValueSpan.Length;
        Span<char> value = most <= 256 ? stackalloc char[256] : new char[most];
        value = value[..reader.CopyString(value)];
        Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> known = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(value, out string? text))
        {
            text = value.ToString();
            _texts.Add(text, text);
        }

        return text;
    }
}
