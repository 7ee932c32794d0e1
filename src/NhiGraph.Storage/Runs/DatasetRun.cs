using NhiGraph.Storage.Facts;

namespace NhiGraph.Storage.Runs;

/// <summary>What a run read of one dataset.</summary>
/// <param name="Facts">How many facts it read.</param>
public sealed record DatasetRun(string Source, string Scope, string Dataset, DatasetState State, int Facts);
