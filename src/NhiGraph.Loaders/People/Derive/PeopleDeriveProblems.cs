using NhiGraph.Loaders.Joins;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.People.Derive;

/// <summary>What derive could not make sense of. Codes are stable: 10x is derive.</summary>
internal static class PeopleDeriveProblems
{
    internal static Problem UserAmbiguous(Person user, IReadOnlyCollection<Party> rows) => new(
        "NHI-HR-101",
        $"The directory's user {user.Name} has an address of {Names(rows)}: which of them it is was not guessed, and it stands alone.",
        "Give the user its employee number in the directory.",
        user.Fact.Key);

    internal static Problem ManagerUnknown(Person person, string named, IReadOnlyCollection<Party> several) => new(
        "NHI-HR-102",
        several.Count == 0 ? $"The manager {named} of {person.Name} is nobody who is listed." : $"The manager {named} of {person.Name} is {Names(several)} alike.",
        "Name managers by employee id or work address, and list them too.",
        person.Fact.Key);

    internal static Problem MemberUnknown(string team, string member) => new(
        "NHI-HR-103", $"The group {team} has the member {member}, which is no user that was given: a person of whom nothing else is known.", "Give every user of the directory.", member);

    internal static Problem TeamsAlike(string name, IEnumerable<string> ids) => new(
        "NHI-HR-104", $"Several groups are called {name} ({string.Join(", ", ids)}): who names that team names none of them.", "Give teams different names.", name);

    internal static Problem OwnerAmbiguous(FactKey fact, string named, IReadOnlyCollection<Party> several) => new(
        "NHI-OWN-101", $"The owner {named} is {Names(several)} alike: who it is was not guessed.", "Name the owner by employee id.", fact.Key);

    internal static Problem OwnerUnlisted(FactKey fact, string named) => new(
        "NHI-OWN-102", $"The owner {named} is nobody whom the loaded people or teams list: whether they are still here is unknown.", "Correct the name, or load the people who miss.", fact.Key);

    internal static Problem OwnerNobody(FactKey fact, string named) => new(
        "NHI-OWN-103", $"The owner {named} leads to nobody who is known, and does not say whether it is a person or a team: it was left out.", "Write a person's address, or put the name into the column person or team.", fact.Key);

    private static string Names(IEnumerable<Party> parties) => string.Join(" and ", parties.Take(5).Select(party => $"{party.Name} ({party.Key})"));
}
