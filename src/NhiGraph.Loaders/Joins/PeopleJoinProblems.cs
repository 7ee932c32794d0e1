using System.Collections.Immutable;
using System.Globalization;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Joins;

/// <summary>What joins to people could not tell. Codes are stable: 11x is joining.</summary>
internal static class PeopleJoinProblems
{
    private const int Shown = 5;

    internal static Problem Several(PersonOffer offer, ImmutableArray<Party> parties) => new(
        offer.Edge == EdgeKind.Owns ? "NHI-OWN-111" : "NHI-HR-111",
        $"{Said(offer)}, and that is {Names(parties)} alike ({parties[0].By.Text()}): whose it is was not guessed.",
        "Give the people different addresses or logins, or tag the thing with the person's employee id.",
        offer.Head);

    internal static Problem Elsewhen(PersonOffer offer, ImmutableArray<Party> parties) => new(
        "NHI-HR-112",
        $"{Said(offer)}, which is {Names(parties)}, but it was made ({offer.Made}) when {(parties.Length == 1 ? "that person was" : "none of these was")} not here: an address may have been given to somebody else. It was not joined.",
        "Tag the thing with the person's employee id if it is theirs.",
        offer.Head);

    internal static Problem OwnerUnknown(string named, string[] things) => new(
        "NHI-OWN-112",
        $"The owner {named} leads to nobody who is known: {string.Join(", ", things.Take(Shown))}{(things.Length > Shown ? string.Create(CultureInfo.InvariantCulture, $" and {things.Length - Shown} more") : "")}. Who owns them is unknown.",
        "Correct the tag, or load the people or teams it means.",
        things[0]);

    internal static Problem NothingOwned(Duty duty, string scope) => new(
        "NHI-OWN-113",
        $"{duty.Support.Statement}, but nothing of that name is in {scope}.",
        "Correct the id, or take the row out if the thing is gone.",
        duty.Pattern);

    private static string Said(PersonOffer offer) => $"{offer.Supports[0].Statement} ({offer.Edge.Text()} {offer.Head})";

    private static string Names(ImmutableArray<Party> parties) => string.Join(" and ", parties.Take(Shown).Select(party => $"{party.Name} ({party.Key})"));
}
