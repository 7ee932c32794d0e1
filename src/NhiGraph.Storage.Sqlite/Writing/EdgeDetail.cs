using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NhiGraph.Graph.Model;

namespace NhiGraph.Storage.Sqlite.Writing;

/// <summary>What few edges have and many of those share, as one JSON text: equal details have equal texts.</summary>
internal static class EdgeDetail
{
    private static readonly EdgeDetailJson Json = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });

    internal static bool IsPlain(GraphEdge edge) =>
        edge.Technique is null && edge.Conditions.IsEmpty && edge.Assumptions.IsEmpty && edge.On is null && edge.Properties.IsEmpty;

    internal static string Text(GraphEdge edge) => JsonSerializer.Serialize(
        new Stored(
            edge.Technique,
            edge.Conditions.IsEmpty ? null : [.. edge.Conditions.Select(condition => new StoredCondition(condition.Key, condition.Operator, [.. condition.Values], condition.Statement))],
            edge.Assumptions.IsEmpty ? null : [.. edge.Assumptions],
            edge.On is { } on ? new StoredTarget((int)on.Effect, (int)on.Covers, [.. on.Parts]) : null,
            edge.Properties.IsEmpty ? null : [.. edge.Properties.Select(property => new[] { property.Key, property.Value })]),
        Json.Stored);

    /// <summary>The edge with the details of such a text.</summary>
    internal static GraphEdge Apply(GraphEdge edge, string text)
    {
        Stored stored = JsonSerializer.Deserialize(text, Json.Stored)!;
        return edge with
        {
            Technique = stored.Technique,
            Conditions = stored.Conditions is null ? [] : [.. stored.Conditions.Select(condition => new Condition(condition.Key, condition.Operator, [.. condition.Values], condition.Statement))],
            Assumptions = stored.Assumptions is null ? [] : [.. stored.Assumptions],
            On = stored.On is { } on ? new OnTarget((OnEffect)on.Effect, (OnCovers)on.Covers, [.. on.Parts]) : null,
            Properties = stored.Properties is null ? GraphNode.NoProperties : GraphNode.NoProperties.AddRange(stored.Properties.Select(pair => KeyValuePair.Create(pair[0], pair[1]))),
        };
    }

    internal sealed record Stored(string? Technique, StoredCondition[]? Conditions, string[]? Assumptions, StoredTarget? On, string[][]? Properties);

    internal sealed record StoredCondition(string Key, string Operator, string[] Values, string Statement);

    internal sealed record StoredTarget(int Effect, int Covers, string[] Parts);
}

[JsonSerializable(typeof(EdgeDetail.Stored))]
internal sealed partial class EdgeDetailJson : JsonSerializerContext;
