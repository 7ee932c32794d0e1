using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Joins;

/// <summary>
/// Joins the things of one scope, whatever provider's, to people and teams: whose account it is, who owns, made or saw it. Whoever cannot be told is a problem, not an edge.
/// O(offers + literal duties + patterns x things).
/// </summary>
internal static class PeopleJoin
{
    /// <param name="isOwn">Whether a pattern without * and ? can only name a thing of this scope.</param>
    internal static void Add(GraphDraft draft, JoinInput input, ILookup<string, JoinTerm> asks, Func<string, bool> isOwn)
    {
        bool peopleKnown = input.Scopes.Any(scope => scope.StartsWith(People.PeopleDatasets.Kind + ":", StringComparison.Ordinal));
        var parties = new Dictionary<string, Party[]>(StringComparer.Ordinal);
        Party[] At(string rung) => parties.TryGetValue(rung, out Party[]? known) ? known : parties[rung] = [.. asks[rung].Select(TermContent.Read<Party>)];
        var unknown = new SortedDictionary<string, List<PersonOffer>>(StringComparer.Ordinal);
        foreach (JoinTerm term in Offers(input))
        {
            PersonOffer offer = TermContent.Read<PersonOffer>(term);
            Ladder ladder = Ladder.Climb(offer.Rungs.Select(rung => rung.Key), At, offer.Made, strict: offer.Edge == EdgeKind.HasAccount);
            if (ladder.Found is { } party)
            {
                draft.Edge(Edge(offer, party, offer.Rungs.First(rung => rung.Key == ladder.Rung)), [.. offer.Supports, party.Support]);
            }
            else if (!ladder.Several.IsEmpty || !ladder.Elsewhen.IsEmpty)
            {
                draft.Problem(ladder.Several.IsEmpty ? PeopleJoinProblems.Elsewhen(offer, ladder.Elsewhen) : PeopleJoinProblems.Several(offer, ladder.Several));
            }
            else if (offer.Edge == EdgeKind.Owns && peopleKnown)
            {
                unknown.TryAdd(offer.Named, []);
                unknown[offer.Named].Add(offer);
            }
        }

        foreach ((string named, List<PersonOffer> offers) in unknown)
        {
            draft.Problem(PeopleJoinProblems.OwnerUnknown(named, [.. offers.Select(offer => offer.Head).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]));
        }

        Duties(draft, input, asks[PartyKeys.Owned], isOwn);
    }

    /// <summary>One for each offer, however many rungs it stands under.</summary>
    private static IEnumerable<JoinTerm> Offers(JoinInput input) => input.Offers
        .Where(offer => offer.JoinKey.StartsWith(PartyKeys.Persons, StringComparison.Ordinal) || offer.JoinKey.StartsWith(PartyKeys.Teams, StringComparison.Ordinal))
        .DistinctBy(offer => offer.Content, StringComparer.Ordinal).OrderBy(offer => offer.Content, StringComparer.Ordinal);

    private static GraphEdge Edge(PersonOffer offer, Party party, Rung rung) => new(offer.Edge, party.Key, offer.Head, party.Certainty < rung.AtMost ? party.Certainty : rung.AtMost)
    {
        Properties = EdgeProperties.Of([.. offer.Properties.Select(property => (property.Key, (string?)property.Value)), (PropertyNames.KnownBy, rung.KnownBy), (PropertyNames.JoinedBy, party.By.Text())]),
    };

    private static void Duties(GraphDraft draft, JoinInput input, IEnumerable<JoinTerm> asks, Func<string, bool> isOwn)
    {
        string[] things = [.. input.Offers.Where(offer => offer.JoinKey == PartyKeys.Owned).Select(TermContent.Read<string>)];
        ILookup<string, string> byName = things.SelectMany(thing => (IEnumerable<(string Name, string Thing)>)[(thing, thing), (Duty.Bare(thing), thing)]).ToLookup(pair => pair.Name, pair => pair.Thing, StringComparer.Ordinal);
        foreach (Duty duty in asks.Select(TermContent.Read<Duty>))
        {
            string[] named = duty.IsPattern ? [.. things.Where(duty.Names)] : [.. byName[duty.Pattern]];
            foreach (string thing in named)
            {
                draft.Edge(duty.Edge(thing), duty.Support);
            }

            if (named.Length == 0 && !duty.IsPattern && isOwn(duty.Pattern))
            {
                draft.Problem(PeopleJoinProblems.NothingOwned(duty, input.Scope));
            }
        }
    }
}
