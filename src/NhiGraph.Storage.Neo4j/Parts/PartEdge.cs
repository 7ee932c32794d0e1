using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Neo4j.QueryApi;

namespace NhiGraph.Storage.Neo4j.Parts;

/// <summary>An edge as the queries of <c>parts</c> return it: tail, kind, head, certainty, and a map of what only some edges have, or null.</summary>
internal readonly record struct PartEdge(EdgeKind Kind, string From, string To, Certainty Certainty, EdgeDetails Details)
{
    private const int DetailsColumn = 4;

    internal static PartEdge Read(QueryRow row) => new(
        VocabularyText.TryParse(row.Text(1), out EdgeKind kind) ? kind : throw new StoreException(StoreReason.Unreadable, $"{row.Text(1)} is no kind of edge."),
        row.Text(0), row.Text(2), (Certainty)row.Number(3), DetailsOf(JsonOf(row, DetailsColumn)));

    /// <summary>The edges into a node from its containers: pairs of id and certainty, and the map.</summary>
    internal static IEnumerable<PartEdge> ReadContainers(QueryRow row, int column, string contained) => JsonOf(row, column).EnumerateArray()
        .Select(container => new PartEdge(EdgeKind.Contains, container[0].GetString()!, contained, (Certainty)container[1].GetInt32(), DetailsOf(container[2]))).ToList();

    private static JsonElement JsonOf(QueryRow row, int column)
    {
        var reader = new Utf8JsonReader(row.Json(column));
        return JsonElement.ParseValue(ref reader);
    }

    private static EdgeDetails DetailsOf(JsonElement details)
    {
        return details.ValueKind == JsonValueKind.Null ? EdgeDetails.None : new()
        {
            Qualifier = Text(details, "qualifier") ?? "",
            Validity = new(Number(details, "validFrom") ?? long.MinValue, Number(details, "validUntil") ?? long.MaxValue, details.GetProperty("disabled").ValueKind == JsonValueKind.True),
            Technique = Text(details, "technique"),
            Assumptions = Texts(details, "assumptions"),
            Conditions = Text(details, "detail") is { } conditions ? ConditionsOf(conditions) : [],
            On = Text(details, "effect") is { } effect ? new(VocabularyText.ParseOrDefault<OnEffect>(effect), VocabularyText.ParseOrDefault<OnCovers>(Text(details, "covers")), Texts(details, "parts")) : null,
        };
    }

    private static ImmutableArray<Condition> ConditionsOf(string json)
    {
        using JsonDocument conditions = JsonDocument.Parse(json);
        return [.. conditions.RootElement.EnumerateArray().Select(condition => new Condition(Text(condition, "key")!, Text(condition, "operator")!, Texts(condition, "values"), Text(condition, "statement")!))];
    }

    private static string? Text(JsonElement map, string name) => map.GetProperty(name).GetString();

    private static long? Number(JsonElement map, string name) => map.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : null;

    private static ImmutableArray<string> Texts(JsonElement map, string name) =>
        map.GetProperty(name) is { ValueKind: JsonValueKind.Array } texts ? [.. texts.EnumerateArray().Select(text => text.GetString()!)] : [];
}
