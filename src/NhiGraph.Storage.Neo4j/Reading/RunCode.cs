using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Neo4j.Reading;

/// <summary>A run as properties of its node and back.</summary>
internal static class RunCode
{
    internal const string Open = "OPEN", Published = "PUBLISHED", Abandoned = "ABANDONED";

    internal static void WriteStart(Utf8JsonWriter writer, RunStart start)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", start.Kind == RunKind.Load ? "LOAD" : "DERIVE");
        writer.WriteString("source", start.Source);
        writer.WriteString("sourceKind", start.SourceKind);
        writer.WriteString("rulesHash", start.RulesHash);
        writer.WriteString("startedAt", Time(start.StartedAt));
        writer.WriteEndObject();
    }

    internal static void WriteOutcome(Utf8JsonWriter writer, RunOutcome outcome)
    {
        writer.WriteStartObject();
        writer.WriteString("finishedAt", Time(outcome.FinishedAt));
        writer.WriteString("datasets", JsonSerializer.Serialize([.. outcome.Datasets], RunJson.Default.DatasetRunArray));
        writer.WriteString("problems", JsonSerializer.Serialize([.. outcome.Problems], RunJson.Default.ProblemArray));
        writer.WriteEndObject();
    }

    /// <summary>The run of a map of its node's properties, with the counts after it.</summary>
    internal static StoredRun Read(ReadOnlySpan<byte> map)
    {
        Stored stored = JsonSerializer.Deserialize(map, RunJson.Default.Stored)!;
        var run = new Run(new RunId(stored.Id), stored.Kind == "DERIVE" ? RunKind.Derive : RunKind.Load, stored.State == Published ? RunState.Published : RunState.Abandoned, stored.Source, stored.SourceKind, stored.RulesHash,
            Time(stored.StartedAt), stored.FinishedAt is { } finished ? Time(finished) : null,
            stored.Datasets is null ? [] : [.. JsonSerializer.Deserialize(stored.Datasets, RunJson.Default.DatasetRunArray)!],
            stored.Problems is null ? [] : [.. JsonSerializer.Deserialize(stored.Problems, RunJson.Default.ProblemArray)!], stored.Opened, stored.Closed);
        return new StoredRun(run, stored.Nodes, stored.Edges, stored.Facts);
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    internal sealed record Stored(
        long Id, string Kind, string State, string? Source, string? SourceKind, string RulesHash, string StartedAt, string? FinishedAt, string? Datasets, string? Problems, long Opened, long Closed, long Facts, long Nodes, long Edges);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RunCode.Stored))]
[JsonSerializable(typeof(DatasetRun[]))]
[JsonSerializable(typeof(Problem[]))]
internal sealed partial class RunJson : JsonSerializerContext;
