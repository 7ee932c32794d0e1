using System.Globalization;
using System.Text.Json;

namespace NhiGraph.Loaders.Aws.Read;

/// <summary>Whether JSON that parsed has one meaning: no member twice, no half character.</summary>
internal static class SoundJson
{
    /// <summary>Stops at the bound, so that it is safe on any depth.</summary>
    public static bool DeeperThan(JsonElement element, int levels) => element.ValueKind switch
    {
        JsonValueKind.Object => levels == 0 || element.EnumerateObject().Any(member => DeeperThan(member.Value, levels - 1)),
        JsonValueKind.Array => levels == 0 || element.EnumerateArray().Any(item => DeeperThan(item, levels - 1)),
        _ => false,
    };

    /// <summary>The first place that has no one meaning, and why; null if all is well. Depth must be bounded before.</summary>
    public static (string Pointer, string Why)? FaultOf(JsonElement element, string pointer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                return RecordReader.TextOf(element) is null ? (pointer, "a text escapes half a character.") : null;
            case JsonValueKind.Array:
                int i = 0;
                foreach (JsonElement item in element.EnumerateArray())
                {
                    if (FaultOf(item, string.Create(CultureInfo.InvariantCulture, $"{pointer}/{i++}")) is { } fault)
                    {
                        return fault;
                    }
                }

                return null;
            case JsonValueKind.Object:
                return FaultOfMembers(element, pointer);
            default:
                return null;
        }
    }

    private static (string Pointer, string Why)? FaultOfMembers(JsonElement element, string pointer)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (RecordReader.NameOf(member) is not { } name)
            {
                return (pointer, "a member's name escapes half a character.");
            }

            string place = pointer + "/" + JsonPointer.Escaped(name);
            if (!seen.Add(name))
            {
                return (place, "the member stands twice.");
            }

            if (FaultOf(member.Value, place) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }
}
