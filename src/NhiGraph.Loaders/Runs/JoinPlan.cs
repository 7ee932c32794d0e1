using System.Collections.Immutable;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Runs;

/// <summary>Which join terms meet in which scope.</summary>
internal sealed class JoinPlan
{
    private readonly ILookup<string, JoinTerm> offers;
    private readonly ILookup<string, JoinTerm> asks;
    private readonly ImmutableSortedSet<string> scopes;

    /// <param name="scopes">Every scope that has facts.</param>
    internal JoinPlan(IEnumerable<JoinTerm> terms, ImmutableSortedSet<string> scopes)
    {
        JoinTerm[] sorted = [.. terms.Order(TermOrder.Instance)];
        offers = sorted.Where(term => term.Side == JoinSide.Offer).ToLookup(term => term.Scope, StringComparer.Ordinal);
        asks = sorted.Where(term => term.Side == JoinSide.Ask).ToLookup(term => term.JoinKey, StringComparer.Ordinal);
        this.scopes = scopes;
    }

    /// <summary>Scopes that offer anything.</summary>
    internal IEnumerable<string> Offering => offers.Select(offer => offer.Key);

    internal JoinInput InputOf(string scope)
    {
        ImmutableArray<JoinTerm> offered = [.. offers[scope]];
        IEnumerable<JoinTerm> matching = offered.Select(offer => offer.JoinKey).Distinct(StringComparer.Ordinal).SelectMany(key => asks[key]);
        return new(scope, offered, [.. matching.Order(TermOrder.Instance)], scopes);
    }

    /// <summary>Whether a join of the two could differ.</summary>
    internal static bool Same(JoinInput one, JoinInput other) =>
        one.Offers.SequenceEqual(other.Offers) && one.Asks.SequenceEqual(other.Asks) && one.Scopes.SetEquals(other.Scopes);

    /// <summary>The scopes whose terms meet there; only what they say counts for the ends of its edges.</summary>
    internal static HashSet<string> Parties(JoinInput input) => [input.Scope, .. input.Asks.Select(ask => ask.Scope)];
}
