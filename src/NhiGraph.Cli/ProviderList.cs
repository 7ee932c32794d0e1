using System.Collections.Immutable;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.People.Derive;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Cli;

/// <summary>Every provider that this program has rules for.</summary>
internal static class ProviderList
{
    internal static ImmutableArray<Provider> All { get; } = [AwsProvider.Create(), PeopleProvider.Create()];
}
