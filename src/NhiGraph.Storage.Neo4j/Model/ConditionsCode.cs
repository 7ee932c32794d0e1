using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NhiGraph.Graph.Model;

namespace NhiGraph.Storage.Neo4j.Model;

/// <summary>Conditions as JSON: <c>[{"key":..,"operator":..,"values":[..],"statement":..}]</c>.</summary>
internal static class ConditionsCode
{
    private static readonly ConditionsJson Json = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.CamelCase });

    internal static string Text(ImmutableArray<Condition> conditions) =>
        JsonSerializer.Serialize([.. conditions.Select(condition => new Stored(condition.Key, condition.Operator, [.. condition.Values], condition.Statement))], Json.StoredArray);

    internal static ImmutableArray<Condition> Read(string text) =>
        [.. JsonSerializer.Deserialize(text, Json.StoredArray)!.Select(stored => new Condition(stored.Key, stored.Operator, [.. stored.Values], stored.Statement))];

    internal sealed record Stored(string Key, string Operator, string[] Values, string Statement);
}

[JsonSerializable(typeof(ConditionsCode.Stored[]))]
internal sealed partial class ConditionsJson : JsonSerializerContext;
