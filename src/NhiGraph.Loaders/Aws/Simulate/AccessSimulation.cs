using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Input;

namespace NhiGraph.Loaders.Aws.Simulate;

/// <summary>
/// Decides cases as AWS does, one JSON object in, one out (<c>Aws/README.md</c> has the members). Keeps compiled policies between cases. Not safe for concurrent use.
/// </summary>
public sealed class AccessSimulation
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly CaseReader reader = new();
    private readonly ArrayBufferWriter<byte> buffer = new(1024);

    /// <summary>The decision as a line of JSON without its line end: <c>{"id", "decision", "decidedBy", "conditions"}</c>, or <c>{"id", "error": {"code", "pointer", "message"}}</c> for a case that cannot be decided.</summary>
    /// <param name="decided">False for a case that cannot be decided as it was given.</param>
    public string Answer(string line, out bool decided)
    {
        decided = true;
        buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            try
            {
                using JsonDocument given = Parse(line);
                decided = Answer(json, given.RootElement);
            }
            catch (CaseFaultException fault)
            {
                decided = false;
                json.WriteNull("id");
                Write(json, fault);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static JsonDocument Parse(string line)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException)
        {
            // Not in the parser's own words: those quote the input.
            throw CaseFaults.NotJson("it does not parse.");
        }
    }

    private bool Answer(Utf8JsonWriter json, JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.Object)
        {
            throw CaseFaults.NotJson("it is no object.");
        }

        WriteId(json, given);
        try
        {
            DecisionJson.Write(json, AccessEvaluator.Evaluate(reader.Read(given)));
            return true;
        }
        catch (CaseFaultException fault)
        {
            Write(json, fault);
            return false;
        }
    }

    private static void WriteId(Utf8JsonWriter json, JsonElement given)
    {
        if (given.TryGetProperty("id", out JsonElement id) && id.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
        {
            json.WritePropertyName("id");
            id.WriteTo(json);
        }
        else
        {
            json.WriteString("id", id.ValueKind == JsonValueKind.String ? RecordReader.TextOf(id) : null);
        }
    }

    private static void Write(Utf8JsonWriter json, CaseFaultException fault)
    {
        json.WriteStartObject("error");
        json.WriteString("code", fault.Code);
        json.WriteString("pointer", fault.Pointer);
        json.WriteString("message", fault.Message);
        json.WriteEndObject();
    }
}
