using System.Text.Json;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Storage.Sqlite.Reading;

/// <summary>The columns that a graph keeps of nodes, from their stored JSON.</summary>
internal sealed class ColumnReading
{
    private readonly NodeColumnsBuilder _builder = new();
    private char[] _name = new char[64];
    private char[] _value = new char[256];

    internal NodeColumns Of(NodeKinds kinds, ReadOnlySpan<byte> properties)
    {
        _builder.Begin(kinds);
        var reader = new Utf8JsonReader(properties);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<char> name = Text(ref reader, ref _name);
            reader.Read();
            _builder.Set(name, Text(ref reader, ref _value));
        }

        return _builder.End();
    }

    private static ReadOnlySpan<char> Text(ref Utf8JsonReader reader, ref char[] into)
    {
        if (into.Length < reader.ValueSpan.Length)
        {
            into = new char[reader.ValueSpan.Length * 2];
        }

        return into.AsSpan(0, reader.CopyString(into));
    }
}
