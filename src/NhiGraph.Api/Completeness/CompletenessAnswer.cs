using System.Collections.Immutable;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Api.Completeness;

/// <summary>The datasets that could have seen otherwise; complete only if there are some and each was read whole.</summary>
internal sealed record CompletenessAnswer(ImmutableArray<SourceState> Sources)
{
    /// <summary>For what the store itself knows best, such as its runs.</summary>
    internal static CompletenessAnswer OfTheStore { get; } = new([]) { Complete = true };

    internal bool Complete { get; init; } = Sources.Length > 0 && Sources.All(state => state.State == DatasetState.Complete);
}
