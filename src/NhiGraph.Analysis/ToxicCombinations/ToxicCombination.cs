using System.Collections.Immutable;
using NhiGraph.Graph.Components;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Analysis.ToxicCombinations;

/// <summary>A finding with what a reader asks of it; the ways are searched when first asked for. Not for several threads at once.</summary>
public sealed class ToxicCombination
{
    private readonly Condensation _condensation;
    private readonly ToxicParts _search;
    private ImmutableArray<ToxicPart> _parts;

    internal ToxicCombination(Condensation condensation, ToxicFinding finding, RuleException? exception, ToxicParts search)
    {
        _condensation = condensation;
        _search = search;
        Finding = finding;
        Exception = exception;
    }

    public ToxicFinding Finding { get; }

    /// <summary>The latest that was made for this actor and rule, whether or not it still holds.</summary>
    public RuleException? Exception { get; }

    /// <summary>Of those who can become each other: an identity before a consumer, a credential and a person, then the least key.</summary>
    public int Actor => Members.MinBy(member => (RankOf(_condensation.Graph.KindsOf(member)), member));

    /// <summary>All who can become each other and so act as one.</summary>
    public IEnumerable<int> Members => _condensation.MembersOf(Finding.Component).ToArray().Where(member => ControlSearch.IsActor(_condensation.Graph, member));

    /// <summary>The members, and the identities by which they can do the parts.</summary>
    public ImmutableArray<int> ControlGroup =>
        [.. Members.OrderBy(member => member != Actor).ThenBy(member => member).Concat(Parts.SelectMany(part => part.Path.Steps).Select(step => step.From).Where(IsIdentity)).Distinct()];

    /// <summary>One for each part of the rule, in its order; where the rule asks for one account, all in the first of <see cref="Accounts"/>.</summary>
    public ImmutableArray<ToxicPart> Parts => _parts.IsDefault ? _parts = _search.Of(Actor, Finding, FirstAccount) : _parts;

    /// <summary>Names of the accounts, sorted.</summary>
    public ImmutableArray<string> Accounts => [.. Finding.Accounts.Select(_condensation.Graph.ScopeNamed).OfType<string>().Order(StringComparer.Ordinal)];

    private int? FirstAccount => Finding.Accounts.IsEmpty ? null : Finding.Accounts.MinBy(_condensation.Graph.ScopeNamed, StringComparer.Ordinal);

    private bool IsIdentity(int node) => (_condensation.Graph.KindsOf(node) & NodeKinds.Identity) != 0;

    private static int RankOf(NodeKinds kinds) =>
        (kinds & NodeKinds.Identity) != 0 ? 0 : (kinds & NodeKinds.Consumer) != 0 ? 1 : (kinds & NodeKinds.Credential) != 0 ? 2 : 3;
}
