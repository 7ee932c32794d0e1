using System.Globalization;
using System.Text.Json;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Drafts;

/// <summary>Reads members of a fact's content.</summary>
internal static class FactJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1024 };

    internal static JsonElement Parse(Fact fact) => JsonElement.Parse(fact.Content, Options);

    internal static string? Text(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    internal static bool? Flag(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value)
            ? value.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null }
            : null;

    internal static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) ? value : null;

    internal static IEnumerable<JsonElement> List(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>The texts of a list; what is none is left out.</summary>
    internal static IEnumerable<string> Texts(this JsonElement element, string name) => element.List(name).Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!);

    /// <summary>Unix seconds of an ISO 8601 date; null where there is none.</summary>
    internal static long? Seconds(string? date) =>
        DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at) ? at.ToUnixTimeSeconds() : null;
}
