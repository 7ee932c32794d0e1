using System.Collections.Immutable;
using NhiGraph.Analysis.Answers;
using NhiGraph.Analysis.OrphanChains;
using NhiGraph.Api.Accountability;
using NhiGraph.Graph.Csr;

namespace NhiGraph.Api.OrphanChains;

/// <summary>Which chains are asked for.</summary>
/// <param name="States">Empty: KNOWN.</param>
internal sealed record OrphanFilter(ImmutableArray<OrphanReason> Reasons, ImmutableArray<Severity> Severities, ImmutableArray<string> Scopes, ImmutableArray<string> Environments, ImmutableArray<KnownState> States)
{
    /// <summary>What a page's cursor is bound to.</summary>
    internal string Text => $"{string.Join(',', Reasons)} {string.Join(',', Severities)} {string.Join(',', Scopes)} {string.Join(',', Environments)} {string.Join(',', States)}";

    internal static OrphanFilter Of(IDictionary<string, object?>? filter) => new(
        [.. List<OrphanReason>(filter, "reasons")], [.. List<Severity>(filter, "severities")], [.. List<string>(filter, "scopes")], [.. List<string>(filter, "environments")], [.. List<KnownState>(filter, "states")]);

    internal bool Admits(OrphanChain chain, AccessGraph graph) =>
        (States.IsEmpty ? chain.IsKnown : States.Contains(chain.IsKnown ? KnownState.Known : KnownState.Unknown))
        && (Reasons.IsEmpty || Reasons.Any(chain.Reasons.Contains))
        && (Severities.IsEmpty || Severities.Contains(chain.Severity))
        && (Scopes.IsEmpty || (graph.ScopeOf(chain.Identity) is { } scope && Scopes.Contains(scope, StringComparer.Ordinal)))
        && (Environments.IsEmpty || (graph.EnvironmentOf(chain.Identity) is { } environment && Environments.Contains(environment, StringComparer.OrdinalIgnoreCase)));

    private static IEnumerable<T> List<T>(IDictionary<string, object?>? filter, string name) =>
        filter?.TryGetValue(name, out object? value) == true && value is IEnumerable<object?> items ? items.Cast<T>() : [];
}
