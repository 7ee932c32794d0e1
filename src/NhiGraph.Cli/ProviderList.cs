using System.Collections.Immutable;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.People.Derive;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Cli;

/// <summary>Every provider that this program has rules for.</summary>
internal static class ProviderList
{
    internal static ImmutableArray<Provider> All { get; } = Of(new());

    /// <param name="tags">Which tags tell what: part of the rules by which a graph is derived, and of nothing that answers.</param>
    internal static ImmutableArray<Provider> Of(AwsTagNames tags) => [AwsProvider.Create(tags), PeopleProvider.Create()];
}
