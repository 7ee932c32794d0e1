using System.Collections.Immutable;
using NhiGraph.Analysis.Answers;
using NhiGraph.Analysis.ToxicCombinations;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Api.ToxicCombinations;

/// <summary>Which findings are asked for.</summary>
/// <param name="Certainty">The weakest edge that counts: the smallest actor can be another one by PROVED edges alone.</param>
internal sealed record ToxicFilter(ImmutableArray<string> Rules, ImmutableArray<Severity> Severities, ImmutableArray<string> Scopes, Certainty Certainty, bool IncludeExcepted)
{
    /// <summary>What a page's cursor is bound to.</summary>
    internal string Text => $"{string.Join(',', Rules)} {string.Join(',', Severities)} {string.Join(',', Scopes)} {Certainty} {IncludeExcepted}";

    internal static ToxicFilter Of(IDictionary<string, object?>? filter) => new(
        [.. List<string>(filter, "rules")],
        [.. List<Severity>(filter, "severities")],
        [.. List<string>(filter, "scopes")],
        filter?.TryGetValue("certainty", out object? certainty) == true && certainty is Certainty weakest ? weakest : Certainty.Inferred,
        filter?.TryGetValue("includeExcepted", out object? excepted) == true && excepted is true);

    internal bool Admits(ToxicFinding finding, AccessGraph graph, ToxicCombinationsAnswer answer, DateTimeOffset at) =>
        (Rules.IsEmpty || Rules.Contains(finding.Rule.Id, StringComparer.Ordinal))
        && (Severities.IsEmpty || Severities.Contains(finding.Rule.Severity))
        && (Scopes.IsEmpty || finding.Accounts.Any(account => Scopes.Contains(graph.ScopeNamed(account)!, StringComparer.Ordinal)))
        && (IncludeExcepted || answer.ExceptionOf(finding) is not { } exception || !exception.HoldsAt(at));

    private static IEnumerable<T> List<T>(IDictionary<string, object?>? filter, string name) =>
        filter?.TryGetValue(name, out object? value) == true && value is IEnumerable<object?> items ? items.Cast<T>() : [];
}
