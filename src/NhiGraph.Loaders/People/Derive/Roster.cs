using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Loaders.Joins;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.People.Derive;

/// <summary>All people that the personnel system and the directory list, and what each is known by. A directory's user is a row of the personnel system where number or address say so.</summary>
internal sealed class Roster
{
    private readonly GraphDraft draft;
    private readonly Dictionary<string, List<Party>> rungs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Person> byDirectory = new(StringComparer.Ordinal);
    private readonly List<Person> people = [];

    internal Roster(ScopeFacts scope, GraphDraft draft)
    {
        this.draft = draft;
        foreach (Fact fact in scope.Of(PeopleDatasets.Hr, PeopleDatasets.People))
        {
            Add(Person.OfHr(fact));
        }

        // Users are matched to the rows of the personnel system alone, so that their own order does not matter.
        Person[] users = [.. scope.Of(PeopleDatasets.Scim, PeopleDatasets.People).Select(User)];
        foreach (Person user in users)
        {
            Add(user);
            byDirectory.Add(user.Fact.Key, user);
        }
    }

    internal bool Any => people.Count > 0;

    /// <summary>Nodes, and what other scopes may know the people by.</summary>
    internal void AddNodes()
    {
        foreach (Person person in people)
        {
            draft.Node(person.Fact, person.Key, NodeKinds.Human, person.Name, person.IsDirectory ? 1 : 2, person.Properties());
            Manager(person);
        }
    }

    /// <summary>The parties that stand on a rung.</summary>
    internal IEnumerable<Party> At(string rung) => rungs.GetValueOrDefault(rung) ?? [];

    internal void Stand(string rung, Party party)
    {
        if (!rungs.TryGetValue(rung, out List<Party>? standing))
        {
            rungs[rung] = standing = [];
        }

        standing.Add(party);
    }

    internal void AddTerms()
    {
        foreach ((string rung, List<Party> standing) in rungs)
        {
            foreach (Party party in standing)
            {
                draft.Term(JoinSide.Ask, rung, TermContent.Of(party));
            }
        }
    }

    internal Person? OfDirectory(string id) => byDirectory.GetValueOrDefault(id);

    private void Add(Person person)
    {
        people.Add(person);
        foreach ((string rung, Party party) in person.Parties())
        {
            Stand(rung, party);
        }
    }

    private Person User(Fact fact)
    {
        JsonElement content = FactJson.Parse(fact);
        string? number = content.Text("employeeNumber");
        Person alone = Person.OfDirectory(fact, content, number is null ? Person.DirectoryKey(fact.Id.Key) : Person.KeyOf(number));
        IEnumerable<string> rungs = number is null ? alone.Mails().Select(PartyKeys.Mail) : [PartyKeys.Employee(number)];
        Party[] same = [.. rungs.SelectMany(At).OrderBy(party => party.Key, StringComparer.Ordinal).DistinctBy(party => party.Key, StringComparer.Ordinal)];
        if (same.Length > 1)
        {
            draft.Problem(PeopleDeriveProblems.UserAmbiguous(alone, same));
        }

        return same.Length == 1 ? Person.OfDirectory(fact, content, same[0].Key) : alone;
    }

    private void Manager(Person person)
    {
        if (person.Content.Text("manager") is not { } named)
        {
            return;
        }

        Ladder ladder = person.IsDirectory
            ? Ladder.Climb([PartyKeys.Directory(named)], At)
            : Ladder.Climb(named.Contains('@', StringComparison.Ordinal) ? [PartyKeys.Mail(named)] : [PartyKeys.Employee(named), PartyKeys.Login(named)], At);
        if (ladder.Found is not { } manager)
        {
            draft.Problem(PeopleDeriveProblems.ManagerUnknown(person, named, ladder.Several));
        }
        else if (manager.Key != person.Key)
        {
            draft.Edge(new(EdgeKind.ReportsTo, person.Key, manager.Key, Certainty.Proved), new Support(person.Fact, null, $"{person.Name} reports to {manager.Name}", "/manager"));
        }
    }
}
