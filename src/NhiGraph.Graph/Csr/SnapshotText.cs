using System.Collections.Immutable;
using System.Text;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Csr;

/// <summary>The part of a snapshot that is not arrays of numbers: version, shared texts, details.</summary>
internal static class SnapshotText
{
    internal static byte[] Write(GraphContent content)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(content.Version);
        writer.Write(content.Texts.Length);
        foreach (string? text in content.Texts)
        {
            WriteOptional(writer, text);
        }

        writer.Write(content.Details.Length);
        foreach (EdgeDetails details in content.Details)
        {
            Write(writer, details);
        }

        writer.Flush();
        return stream.ToArray();
    }

    internal static (string Version, string?[] Texts, EdgeDetails[] Details) Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        string version = reader.ReadString();
        string?[] texts = ReadMany(reader, ReadOptional);
        EdgeDetails[] details = ReadMany(reader, ReadDetails);
        return reader.BaseStream.Position == bytes.Length ? (version, texts, details) : throw new InvalidDataException("There is more than there should be.");
    }

    private static void Write(BinaryWriter writer, EdgeDetails details)
    {
        writer.Write(details.Validity.From);
        writer.Write(details.Validity.Until);
        writer.Write(details.Validity.Disabled);
        WriteOptional(writer, details.Technique);
        writer.Write(details.Qualifier);
        WriteMany(writer, details.Assumptions);
        writer.Write(details.Conditions.Length);
        foreach (Condition condition in details.Conditions)
        {
            writer.Write(condition.Key);
            writer.Write(condition.Operator);
            WriteMany(writer, condition.Values);
            writer.Write(condition.Statement);
        }

        writer.Write(details.On is not null);
        if (details.On is { } on)
        {
            writer.Write((byte)on.Effect);
            writer.Write((byte)on.Covers);
            WriteMany(writer, on.Parts);
        }
    }

    private static EdgeDetails ReadDetails(BinaryReader reader) => new()
    {
        Validity = new(reader.ReadInt64(), reader.ReadInt64(), reader.ReadBoolean()),
        Technique = ReadOptional(reader),
        Qualifier = reader.ReadString(),
        Assumptions = [.. ReadMany(reader, text => text.ReadString())],
        Conditions = [.. ReadMany(reader, ReadCondition)],
        On = reader.ReadBoolean() ? new OnTarget((OnEffect)reader.ReadByte(), (OnCovers)reader.ReadByte(), [.. ReadMany(reader, text => text.ReadString())]) : null,
    };

    private static Condition ReadCondition(BinaryReader reader) =>
        new(reader.ReadString(), reader.ReadString(), [.. ReadMany(reader, text => text.ReadString())], reader.ReadString());

    private static void WriteMany(BinaryWriter writer, ImmutableArray<string> texts)
    {
        writer.Write(texts.Length);
        foreach (string text in texts)
        {
            writer.Write(text);
        }
    }

    private static T[] ReadMany<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var items = new T[reader.ReadInt32()];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = read(reader);
        }

        return items;
    }

    private static void WriteOptional(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
        {
            writer.Write(text);
        }
    }

    private static string? ReadOptional(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;
}
