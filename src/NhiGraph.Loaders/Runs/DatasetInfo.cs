namespace NhiGraph.Loaders.Runs;

/// <summary>A dataset that a provider has, read or not.</summary>
/// <param name="Name">The dataset's name, as in facts.</param>
/// <param name="Tells">Which answers it could change.</param>
/// <param name="Statement">What it is and where to get it, for whoever misses it.</param>
/// <param name="Remembers">How far back the source keeps uses: what is older and shows none is not known to be unused. Null where it keeps them for good.</param>
/// <param name="Source">The source that brings it, where the provider has several.</param>
public sealed record DatasetInfo(string Name, DatasetTells Tells, string Statement, TimeSpan? Remembers = null, string? Source = null);
