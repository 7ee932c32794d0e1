using System.Collections.Immutable;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Reading;

/// <summary>What the store knows of a source.</summary>
/// <param name="Datasets">The last state of each (scope, dataset) that any published run named; a SKIPPED does not replace an earlier state.</param>
/// <param name="LastRun">The last published run that read it.</param>
public sealed record SourceStatus(string Id, string Kind, ImmutableArray<DatasetStatus> Datasets, RunId LastRun);
