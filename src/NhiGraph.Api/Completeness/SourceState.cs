using NhiGraph.Storage.Facts;

namespace NhiGraph.Api.Completeness;

/// <summary>How completely a dataset that could have seen otherwise was read.</summary>
/// <param name="Source">The source's id; the provider's kind where no source of it was ever loaded.</param>
/// <param name="Scope">Null where no run ever named the dataset of any scope.</param>
/// <param name="Statement">What the dataset is and where to get it; null where no provider declares it.</param>
internal sealed record SourceState(string Source, string? Scope, string Dataset, DatasetState State, DateTimeOffset? AsOf, string? Statement)
{
    /// <summary>How far back it keeps uses; null for good.</summary>
    internal TimeSpan? Remembers { get; init; }
}
