using System.Collections.Immutable;
using NhiGraph.Graph.Components;

namespace NhiGraph.Analysis.ToxicCombinations;

/// <summary>
/// Which actors can do things that no single actor may. The actor is whoever can exercise all parts of a rule: an identity, or a person, consumer or credential that controls several
/// identities which only together can. It is reported once, at the smallest such actor: none of those it controls covers the rule (in that account, where the rule spans one).
/// Administrators of an account are reported as such and in no rule about that account.
/// </summary>
public sealed class ToxicCombinationsAnswer
{
    private readonly Func<ResourceTag, IReadOnlyCollection<int>> _tagged;
    private readonly ILookup<string, RuleException> _exceptions;

    private ToxicCombinationsAnswer(Condensation condensation, IReadOnlyList<ToxicRule> rules, Func<ResourceTag, IReadOnlyCollection<int>> tagged, IEnumerable<RuleException> exceptions)
    {
        _tagged = tagged;
        _exceptions = exceptions.ToLookup(exception => exception.Rule, StringComparer.Ordinal);
        Condensation = condensation;
        Findings = [.. ControlSearch.Find(condensation, rules, tagged).OrderByDescending(finding => finding.Rule.Severity).ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal)
            .ThenBy(finding => condensation.MembersOf(finding.Component)[0])];
    }

    public Condensation Condensation { get; }

    /// <summary>The most severe first, then by rule, then by the least key among who acts.</summary>
    public ImmutableArray<ToxicFinding> Findings { get; }

    /// <param name="condensation">Its options say which edges count, and when.</param>
    /// <param name="rules">Ids once each; <see cref="ToxicRule.Administrators"/> is always asked and not among them.</param>
    /// <param name="tagged">The resources that have a property; asked once for each that a rule names.</param>
    public static ToxicCombinationsAnswer Of(Condensation condensation, IReadOnlyList<ToxicRule> rules, IEnumerable<RuleException>? exceptions = null, Func<ResourceTag, IReadOnlyCollection<int>>? tagged = null) =>
        new(condensation, rules, tagged ?? (_ => []), exceptions ?? []);

    /// <summary>The findings with what a reader asks of them.</summary>
    public IEnumerable<ToxicCombination> Read(IEnumerable<ToxicFinding> findings)
    {
        var search = new ToxicParts(Condensation.Graph, Condensation.Options, _tagged);
        return findings.Select(finding => new ToxicCombination(Condensation, finding, ExceptionOf(finding), search));
    }

    /// <summary>The one that ends last of those made for the rule and any member of the actor; null when there is none.</summary>
    public RuleException? ExceptionOf(ToxicFinding finding) => _exceptions[finding.Rule.Id].Where(exception =>
        Condensation.Graph.TryFind(exception.Actor, out int actor) && Condensation.ComponentOf(actor) == finding.Component).MaxBy(exception => exception.Until);
}
