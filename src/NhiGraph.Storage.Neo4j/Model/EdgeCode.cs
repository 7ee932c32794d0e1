using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Graph.Model;

namespace NhiGraph.Storage.Neo4j.Model;

/// <summary>An edge as properties of a relationship and back.</summary>
internal static class EdgeCode
{
    /// <summary>What an owner states besides the strongest statement of the same edge.</summary>
    internal const string AlsoStated = "ALSO_STATED";

    /// <summary>Every type that a stored statement may have.</summary>
    internal static string[] Types { get; } = [.. Enum.GetValues<EdgeKind>().Select(kind => kind.Text()), AlsoStated];

    /// <summary>Writes the properties that say what the edge is; those that are usual for an edge are left out.</summary>
    internal static void Write(Utf8JsonWriter writer, GraphEdge edge)
    {
        writer.WriteString(PropertyName.Certainty, edge.Certainty.Text());
        writer.WriteNumber(PropertyName.CertaintyRank, (int)edge.Certainty);
        WriteMore(writer, edge);
    }

    /// <summary>Writes those that only some edges have: all but how certain it is.</summary>
    internal static void WriteMore(Utf8JsonWriter writer, GraphEdge edge)
    {
        if (!edge.Validity.IsAlways)
        {
            WriteValidity(writer, edge.Validity);
        }

        if (edge.Key.Qualifier is { Length: > 0 } qualifier)
        {
            writer.WriteString(PropertyName.Qualifier, qualifier);
        }

        if (edge.Technique is not null)
        {
            writer.WriteString(PropertyName.Technique, edge.Technique);
        }

        if (!edge.Assumptions.IsEmpty)
        {
            writer.WriteBoolean(PropertyName.Assumed, true);
            WriteTexts(writer, PropertyName.Assumptions, edge.Assumptions);
        }

        if (edge.On is { } on)
        {
            writer.WriteString(PropertyName.Effect, on.Effect.Text());
            writer.WriteString(PropertyName.Covers, on.Covers.Text());
            if (!on.Parts.IsEmpty)
            {
                WriteTexts(writer, PropertyName.Parts, on.Parts);
            }
        }

        if (!edge.Conditions.IsEmpty)
        {
            WriteTexts(writer, PropertyName.Conditions, edge.Conditions.Select(condition => condition.Statement));
            writer.WriteString(PropertyName.Detail, ConditionsCode.Text(edge.Conditions));
        }

        foreach ((string name, string value) in edge.Properties)
        {
            writer.WriteString(PropertyName.OfEdge(name), value);
        }
    }

    /// <summary>The statement that a map of a relationship's properties makes, as <c>properties(r)</c> gives it.</summary>
    internal static StatementRow Read(string type, string from, string to, ReadOnlySpan<byte> map)
    {
        var read = new EdgeReading();
        var reader = new Utf8JsonReader(map);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            read.Set(name, ref reader);
        }

        return read.End(type, from, to);
    }

    private static void WriteValidity(Utf8JsonWriter writer, Validity validity)
    {
        writer.WriteBoolean(PropertyName.Limited, true);
        if (validity.Disabled)
        {
            writer.WriteBoolean(PropertyName.Disabled, true);
        }

        if (validity.From != long.MinValue)
        {
            writer.WriteNumber(PropertyName.ValidFrom, validity.From);
        }

        if (validity.Until != long.MaxValue)
        {
            writer.WriteNumber(PropertyName.ValidUntil, validity.Until);
        }
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
