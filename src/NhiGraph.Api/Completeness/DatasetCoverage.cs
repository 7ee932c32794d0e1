using System.Collections.Immutable;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Api.Completeness;

/// <summary>Which datasets were read, and how: from the store's status against what the providers declare. Immutable, made once a snapshot.</summary>
internal sealed class DatasetCoverage
{
    private const DatasetTells AddsAccess = DatasetTells.Grants | DatasetTells.Resources;

    private readonly ProviderCatalog _catalog;
    private readonly Dictionary<string, ImmutableArray<DatasetStatus>> _byScope;
    private readonly HashSet<string> _closedScopes;
    private readonly Dictionary<string, ImmutableArray<string>> _sourcesByKind;

    internal DatasetCoverage(StoreStatus status, ProviderCatalog catalog)
    {
        _catalog = catalog;
        _byScope = status.Sources.SelectMany(source => source.Datasets).GroupBy(dataset => dataset.Scope, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
        _sourcesByKind = status.Sources.GroupBy(source => source.Kind, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(source => source.Id).ToImmutableArray(), StringComparer.Ordinal);
        Scopes = [.. _byScope.Keys.Order(StringComparer.Ordinal)];
        _closedScopes = Scopes.Where(IsClosed).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Every scope that a run named, sorted.</summary>
    internal ImmutableArray<string> Scopes { get; }

    /// <summary>Whether a dataset that could add grants or resources in this scope is not COMPLETE; so it is for a scope that was never loaded.</summary>
    internal bool IsOpen(string scope) => !_closedScopes.Contains(scope);

    /// <summary>Whether a dataset of a source and scope was read whole.</summary>
    internal bool IsWhole(string source, string scope, string dataset) =>
        StatusesOf(scope).Any(status => status.Source == source && status.Dataset == dataset && status.State == DatasetState.Complete);

    /// <summary>Whether nothing was ever loaded that could answer.</summary>
    internal bool IsEmpty => Scopes.IsEmpty;

    /// <summary>The states of every dataset that could tell this, in these scopes (null: in all that were ever named).</summary>
    internal CompletenessAnswer Of(DatasetTells tells, IEnumerable<string>? scopes = null)
    {
        string[] wanted = [.. (scopes ?? Scopes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        ImmutableArray<SourceState>.Builder states = ImmutableArray.CreateBuilder<SourceState>();
        foreach (Provider provider in _catalog.Providers)
        {
            string[] own = [.. (provider.HoldsEverywhere ? [.. Scopes] : wanted).Where(scope => _catalog.ProviderOf(scope) == provider)];
            foreach (DatasetInfo dataset in provider.Datasets.Where(dataset => (dataset.Tells & tells) != 0))
            {
                AddStates(states, provider, dataset, own);
            }
        }

        return new(states.ToImmutable());
    }

    /// <summary>What is known of a source's datasets, with what the provider says of them.</summary>
    internal ImmutableArray<SourceState> Of(SourceStatus source) =>
        [.. source.Datasets.Select(dataset => State(dataset, InfoOf(source.Kind, dataset.Dataset)?.Statement))];

    private void AddStates(ImmutableArray<SourceState>.Builder states, Provider provider, DatasetInfo dataset, string[] scopes)
    {
        bool loaded = _sourcesByKind.TryGetValue(provider.SourceKind, out ImmutableArray<string> sources);
        string unread = dataset.Source ?? (loaded ? sources[0] : provider.SourceKind);
        if (scopes.Length == 0)
        {
            if (!loaded)
            {
                states.Add(new(unread, null, dataset.Name, DatasetState.Never, null, dataset.Statement));
            }

            return;
        }

        foreach (string scope in scopes)
        {
            int before = states.Count;
            foreach (DatasetStatus status in StatusesOf(scope).Where(status => status.Dataset == dataset.Name))
            {
                states.Add(State(status, dataset.Statement) with { Remembers = dataset.Remembers });
            }

            if (states.Count == before)
            {
                states.Add(new(unread, scope, dataset.Name, DatasetState.Never, null, dataset.Statement));
            }
        }
    }

    private bool IsClosed(string scope) =>
        _catalog.ProviderOf(scope) is { } provider
        && provider.Datasets.Where(dataset => (dataset.Tells & AddsAccess) != 0)
            .All(dataset => StatusesOf(scope).Any(status => status.Dataset == dataset.Name && status.State == DatasetState.Complete));

    private ImmutableArray<DatasetStatus> StatusesOf(string scope) => _byScope.TryGetValue(scope, out ImmutableArray<DatasetStatus> found) ? found : [];

    private DatasetInfo? InfoOf(string kind, string dataset) =>
        _catalog.Providers.FirstOrDefault(provider => provider.SourceKind == kind)?.Datasets.FirstOrDefault(info => info.Name == dataset);

    private static SourceState State(DatasetStatus status, string? statement) =>
        new(status.Source, status.Scope, status.Dataset, status.State, status.State == DatasetState.Never ? null : status.AsOf, statement);
}
