using System.Collections.Immutable;

namespace NhiGraph.Storage.Runs;

/// <summary>A run as the store remembers it.</summary>
/// <param name="Opened">Facts, assertions, nodes and edges that it opened (a changed one is closed and opened).</param>
/// <param name="Closed">The same for what it closed.</param>
public sealed record Run(
    RunId Id, RunKind Kind, RunState State, string? Source, string? SourceKind, string RulesHash, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt,
    ImmutableArray<DatasetRun> Datasets, ImmutableArray<Problem> Problems, long Opened, long Closed);
