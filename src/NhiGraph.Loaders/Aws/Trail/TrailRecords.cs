using System.Globalization;
using System.Text.Json;
using NhiGraph.Loaders.Aws.Read;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.Aws.Trail;

/// <summary>The events of one file, one after another without keeping the file's other events: a log file of CloudTrail (<c>Records</c>), what <c>lookup-events</c> prints (<c>Events</c>), or events by themselves.</summary>
internal static class TrailRecords
{
    internal static InputProblems Told { get; } = new("TRL");

    /// <summary>Calls back for each event. O(length); memory is that of the largest event.</summary>
    /// <exception cref="RefusedInputException">The text is not whole JSON, or holds no events.</exception>
    internal static void Read(string file, ReadOnlySpan<byte> text, Action<JsonElement, string> found, Action<RecordFaults> lost)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = JsonDocuments.MaxDepth });
        try
        {
            for (int document = 0; reader.Read(); document++)
            {
                string place = document == 0 ? file + "#" : string.Create(CultureInfo.InvariantCulture, $"{file} (document {document + 1})#");
                if (reader.TokenType == JsonTokenType.StartArray)
                {
                    ReadList(ref reader, place, (item, at) => Item(item, at, found, lost));
                }
                else if (reader.TokenType != JsonTokenType.StartObject || !ReadObject(ref reader, place, found, lost))
                {
                    throw new RefusedInputException([Told.WrongShape(place, "a log file of CloudTrail (Records), or what aws cloudtrail lookup-events prints (Events); a digest file has no events")]);
                }
            }
        }
        catch (JsonException)
        {
            throw new RefusedInputException([JsonFault.In(file, text, JsonDocuments.MaxDepth, Told)]);
        }
    }

    /// <summary>Whether the object has events, or is one.</summary>
    private static bool ReadObject(ref Utf8JsonReader reader, string place, Action<JsonElement, string> found, Action<RecordFaults> lost)
    {
        Utf8JsonReader start = reader;
        bool any = false, one = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool records = reader.ValueTextEquals("Records"u8), events = reader.ValueTextEquals("Events"u8);
            one |= reader.ValueTextEquals("eventName"u8);
            reader.Read();
            if ((records || events) && reader.TokenType == JsonTokenType.StartArray)
            {
                any = true;
                ReadList(ref reader, place + (records ? "/Records" : "/Events"), (item, at) => Item(item, at, found, lost));
            }
            else
            {
                reader.Skip();
            }
        }

        if (!any && one)
        {
            Item(JsonElement.ParseValue(ref start), place, found, lost);
        }

        return any || one;
    }

    private static void ReadList(ref Utf8JsonReader reader, string place, Action<JsonElement, string> item)
    {
        for (int i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            item(JsonElement.ParseValue(ref reader), string.Create(CultureInfo.InvariantCulture, $"{place}/{i}"));
        }
    }

    /// <summary>An event, or one that <c>lookup-events</c> wraps as a text.</summary>
    private static void Item(JsonElement item, string place, Action<JsonElement, string> found, Action<RecordFaults> lost)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("CloudTrailEvent", out JsonElement wrapped))
        {
            found(item, place);
            return;
        }

        try
        {
            found(JsonElement.Parse(RecordReader.TextOf(wrapped) ?? "", new JsonDocumentOptions { MaxDepth = JsonDocuments.MaxDepth }), place + "/CloudTrailEvent");
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException)
        {
            var faults = new RecordFaults(Told);
            faults.Missing(Told.WrongMember(place + "/CloudTrailEvent", "the text of an event as JSON"));
            lost(faults);
        }
    }
}
