using System.Collections.Frozen;
using System.Collections.Immutable;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Api.Completeness;

/// <summary>What the providers of this program can tell: datasets, assumptions and techniques by their ids.</summary>
internal sealed class ProviderCatalog
{
    private readonly FrozenDictionary<string, (AssumptionInfo Info, Provider Provider)> _assumptions;
    private readonly FrozenDictionary<string, TechniqueInfo> _techniques;

    internal ProviderCatalog(IEnumerable<Provider> providers)
    {
        Providers = [.. providers];
        _assumptions = Providers.SelectMany(provider => provider.Assumptions.Select(info => (info, provider)))
            .DistinctBy(pair => pair.info.Code).ToFrozenDictionary(pair => pair.info.Code, StringComparer.Ordinal);
        _techniques = Providers.SelectMany(provider => provider.Techniques).DistinctBy(technique => technique.Id).ToFrozenDictionary(technique => technique.Id, StringComparer.Ordinal);
    }

    internal ImmutableArray<Provider> Providers { get; }

    /// <summary>The provider whose scopes begin like this one, or null.</summary>
    internal Provider? ProviderOf(string scope)
    {
        ReadOnlySpan<char> kind = scope.AsSpan(0, Math.Max(0, scope.IndexOf(':')));
        foreach (Provider provider in Providers)
        {
            if (kind.SequenceEqual(provider.SourceKind))
            {
                return provider;
            }
        }

        return null;
    }

    internal (AssumptionInfo Info, Provider Provider)? Assumption(string code) => _assumptions.TryGetValue(code, out var found) ? found : null;

    internal TechniqueInfo? Technique(string id) => _techniques.GetValueOrDefault(id);
}
