using System.Collections.Immutable;

namespace NhiGraph.Storage.Runs;

/// <summary>What a run says of itself when it is published.</summary>
public sealed record RunOutcome(DateTimeOffset FinishedAt, ImmutableArray<DatasetRun> Datasets, ImmutableArray<Problem> Problems);
