using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Engine;
using NhiGraph.Storage.Sqlite.Writing;

namespace NhiGraph.Storage.Sqlite.Reading;

/// <summary>Runs as they are remembered.</summary>
internal static class RunReading
{
    internal static RunPage Page(StoreConnection connection, string? source, RunId? after, int first)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(first);
        Run[] runs = [.. Read(connection, connection["runs"].Bind(1, source).Bind(2, after?.Value).Bind(3, first + 1L))];
        return new RunPage([.. runs.Take(first)], runs.Length > first, connection["run_count"].Bind(1, source).Number()!.Value);
    }

    /// <summary>Runs that come after a number, oldest first.</summary>
    internal static IEnumerable<Run> After(StoreConnection connection, RunId last) => Read(connection, connection["runs_after"].Bind(1, last.Value));

    /// <exception cref="StoreException">No run of this number was published.</exception>
    internal static void DemandVersion(StoreConnection connection, RunId version)
    {
        if (version.Value != 0 && connection["version_state"].Bind(1, version.Value).Number() != (long)RunState.Published)
        {
            throw new StoreException(StoreReason.NoSuchVersion, $"The store has no version {version}: no run of that number was published.");
        }
    }

    private static IEnumerable<Run> Read(StoreConnection connection, Statement row)
    {
        while (row.Step())
        {
            var id = new RunId(row.Int64(0));
            Problem[] problems = JsonSerializer.Deserialize(row.Bytes(8), ProblemJson.Default.ProblemArray) ?? [];
            yield return new Run(id, (RunKind)row.Int32(1), (RunState)row.Int32(2), row.TextOrNull(3), row.TextOrNull(4), row.Text(5), TimeText.Read(row.Text(6)),
                row.TextOrNull(7) is { } finished ? TimeText.Read(finished) : null, DatasetsOf(connection, id), [.. problems], row.Int64(9), row.Int64(10));
        }
    }

    private static ImmutableArray<DatasetRun> DatasetsOf(StoreConnection connection, RunId run)
    {
        ImmutableArray<DatasetRun>.Builder datasets = ImmutableArray.CreateBuilder<DatasetRun>();
        Statement row = connection["datasets_of_run"].Bind(1, run.Value);
        while (row.Step())
        {
            datasets.Add(new DatasetRun(row.Text(0), row.Text(1), row.Text(2), (DatasetState)row.Int32(3), row.Int32(4)));
        }

        return datasets.DrainToImmutable();
    }
}
