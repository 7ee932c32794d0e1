using System.Collections.Immutable;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Api.Completeness;

/// <summary>What the providers of this program can tell: datasets, assumptions and techniques by their ids.</summary>
internal sealed class ProviderCatalog
{
    private readonly Dictionary<string, (AssumptionInfo Info, Provider Provider)> _assumptions;
    private readonly Lazy<Dictionary<string, TechniqueInfo>> _techniques;

    internal ProviderCatalog(IEnumerable<Provider> providers)
    {
        Providers = [.. providers];
        _assumptions = Providers.SelectMany(provider => provider.Assumptions.Select(info => (info, provider)))
            .DistinctBy(pair => pair.info.Code).ToDictionary(pair => pair.info.Code, StringComparer.Ordinal);
        _techniques = new(() => Providers.SelectMany(provider => provider.Techniques.Value).DistinctBy(technique => technique.Id).ToDictionary(technique => technique.Id, StringComparer.Ordinal));
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

    internal TechniqueInfo? Technique(string id) => _techniques.Value.GetValueOrDefault(id);
}
