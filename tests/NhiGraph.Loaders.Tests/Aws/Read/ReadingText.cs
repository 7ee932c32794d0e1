using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.Tests.Aws.Read;

/// <summary>Readings as JSON for a reader: datasets with their states and facts, and problems.</summary>
internal static class ReadingText
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static string Of(IEnumerable<SourceReading> readings) => string.Concat(readings.Select(reading => Of(reading, reading.Source)));

    /// <param name="source">The source's id, where several are shown.</param>
    public static string Of(SourceReading reading, string? source = null)
    {
        JsonArray datasets = [.. reading.Datasets.Select(dataset => (JsonNode)new JsonObject
        {
            ["scope"] = dataset.Scope,
            ["dataset"] = dataset.Dataset,
            ["state"] = dataset.State.ToString(),
            ["facts"] = new JsonArray([.. dataset.Facts.Select(fact => (JsonNode)new JsonObject { ["key"] = fact.Id.Key, ["locator"] = fact.Locator, ["content"] = JsonNode.Parse(fact.Content) })]),
        })];
        JsonArray problems = [.. reading.Problems.Select(problem => (JsonNode)new JsonObject { ["code"] = problem.Code, ["locator"] = problem.Locator, ["statement"] = problem.Statement, ["remedy"] = problem.Remedy })];
        var shown = new JsonObject { ["datasets"] = datasets, ["problems"] = problems };
        if (source is not null)
        {
            shown.Insert(0, "source", source);
        }

        return shown.ToJsonString(Readable) + "\n";
    }
}
