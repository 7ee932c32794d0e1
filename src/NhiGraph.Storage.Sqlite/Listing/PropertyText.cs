using System.Buffers;
using System.Text;
using System.Text.Json;

namespace NhiGraph.Storage.Sqlite.Listing;

/// <summary>One property's value out of a node's stored JSON without reading the others.</summary>
internal static class PropertyText
{
    /// <summary>The value as UTF-8, or empty when there is none (an empty value is not told apart).</summary>
    internal static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> properties, string name)
    {
        var reader = new Utf8JsonReader(properties);
        return !TryFind(ref reader, name) ? default : !reader.ValueIsEscaped ? reader.ValueSpan : Encoding.UTF8.GetBytes(reader.GetString()!);
    }

    /// <summary>Moves to the value.</summary>
    internal static bool TryFind(ref Utf8JsonReader reader, string name)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool found = reader.ValueTextEquals(name);
            reader.Read();
            if (found)
            {
                return true;
            }
        }

        return false;
    }
}
