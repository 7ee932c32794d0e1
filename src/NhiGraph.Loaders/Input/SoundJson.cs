using System.Globalization;
using System.Text.Json;

namespace NhiGraph.Loaders.Input;

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
    public static (string Pointer, string Why)? FaultOf(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                return RecordReader.TextOf(element) is null ? ("", "a text escapes half a character.") : null;
            case JsonValueKind.Array:
                int i = 0;
                foreach (JsonElement item in element.EnumerateArray())
                {
                    if (FaultOf(item) is var (pointer, why))
                    {
                        return (string.Create(CultureInfo.InvariantCulture, $"/{i}{pointer}"), why);
                    }

                    i++;
                }

                return null;
            case JsonValueKind.Object:
                return FaultOfMembers(element);
            default:
                return null;
        }
    }

    private static (string Pointer, string Why)? FaultOfMembers(JsonElement element)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (RecordReader.NameOf(member) is not { } name)
            {
                return ("", "a member's name escapes half a character.");
            }

            if ((seen.Add(name) ? FaultOf(member.Value) : ("", "the member stands twice.")) is var (pointer, why))
            {
                return ("/" + JsonPointer.Escaped(name) + pointer, why);
            }
        }

        return null;
    }
}
