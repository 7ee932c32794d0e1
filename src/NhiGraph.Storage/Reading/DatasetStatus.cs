using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Reading;

/// <summary>How a dataset of a scope last answered.</summary>
/// <param name="AsOf">When the run of that state finished.</param>
public sealed record DatasetStatus(string Source, string Scope, string Dataset, DatasetState State, RunId Run, DateTimeOffset AsOf);
