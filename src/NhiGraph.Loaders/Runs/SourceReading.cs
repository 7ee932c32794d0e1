using System.Collections.Immutable;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Runs;

/// <summary>What a reader found of a source: facts by dataset, and what was wrong with the rest.</summary>
/// <param name="Source">The source's id, e.g. <c>aws</c>.</param>
/// <param name="SourceKind">Which <see cref="Provider"/> reads it.</param>
public sealed record SourceReading(string Source, string SourceKind, ImmutableArray<DatasetReading> Datasets, ImmutableArray<Problem> Problems);
