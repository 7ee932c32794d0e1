using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Loaders.Joins;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.People.Derive;

/// <summary>Teams and who is in them: the directory's groups, members of groups within them too, and the teams that the personnel system gives people. A team of the same name is the same team.</summary>
internal sealed class TeamNodes(ScopeFacts scope, Roster roster, GraphDraft draft)
{
    private readonly Dictionary<string, (Fact Fact, JsonElement Content)> groups = scope.Of(PeopleDatasets.Scim, PeopleDatasets.Teams).ToDictionary(fact => fact.Id.Key, fact => (fact, FactJson.Parse(fact)), StringComparer.Ordinal);

    internal static string KeyOf(string name) => "team:" + PartyKeys.Folded(name);

    internal void Add()
    {
        foreach (IGrouping<string, (Fact Fact, JsonElement Content)> named in groups.Values.GroupBy(group => KeyOf(NameOf(group)), StringComparer.Ordinal))
        {
            bool alike = named.Skip(1).Any();
            if (alike)
            {
                draft.Problem(PeopleDeriveProblems.TeamsAlike(NameOf(named.First()), named.Select(group => group.Fact.Id.Key)));
            }

            foreach ((Fact Fact, JsonElement Content) group in named)
            {
                Group(group, alike ? $"{named.Key}#{group.Fact.Id.Key}" : named.Key, NameOf(group));
            }
        }

        foreach (Fact fact in scope.Of(PeopleDatasets.Hr, PeopleDatasets.People))
        {
            Person person = Person.OfHr(fact);
            foreach (string team in person.Content.Texts("teams"))
            {
                Team(fact.Id, KeyOf(team), team);
                draft.Edge(new(EdgeKind.InTeam, person.Key, KeyOf(team), Certainty.Proved), new Support(fact.Id, null, $"{person.Name} is in {team}", "/teams"));
            }
        }
    }

    private static string NameOf((Fact Fact, JsonElement Content) group) => group.Content.Text("name") ?? group.Fact.Id.Key;

    private void Team(FactKey fact, string key, string name)
    {
        draft.Node(fact, key, NodeKinds.Team, name, 2, (PropertyNames.Known, "true"));
        roster.Stand(PartyKeys.TeamName(name), new Party(key, name, JoinedBy.TeamName, name, null, null, fact));
    }

    private void Group((Fact Fact, JsonElement Content) group, string key, string name)
    {
        Team(group.Fact.Id, key, name);
        foreach (string member in Members(group.Fact.Id.Key, []).Distinct(StringComparer.Ordinal))
        {
            Person? person = roster.OfDirectory(member);
            string human = person?.Key ?? Person.DirectoryKey(member);
            if (person is null)
            {
                draft.Problem(PeopleDeriveProblems.MemberUnknown(name, member));
                draft.Node(group.Fact.Id, human, NodeKinds.Human, member, 0, (PropertyNames.Known, "false"));
            }

            draft.Edge(new(EdgeKind.InTeam, human, key, Certainty.Proved), new Support(group.Fact.Id, null, $"{person?.Name ?? member} is in the group {name}", "/members"));
        }
    }

    /// <summary>Users in a group and in the groups within it, each group looked into once.</summary>
    private IEnumerable<string> Members(string id, HashSet<string> seen)
    {
        if (!seen.Add(id) || !groups.TryGetValue(id, out (Fact Fact, JsonElement Content) group))
        {
            yield break;
        }

        foreach (JsonElement member in group.Content.List("members"))
        {
            string named = member.Text("id")!;
            foreach (string user in member.Flag("group") == true ? Members(named, seen) : [named])
            {
                yield return user;
            }
        }
    }
}
