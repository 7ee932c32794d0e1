using System.Collections.Immutable;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Runs;

/// <summary>What a reader found of one dataset of one scope.</summary>
/// <param name="State">COMPLETE only if all of it was read; anything else closes nothing.</param>
public sealed record DatasetReading(string Scope, string Dataset, DatasetState State, ImmutableArray<Fact> Facts);
