using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Loaders.Joins;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.People.Derive;

/// <summary>Who owns what, row by row: applications here, the things of other scopes by joining.</summary>
internal sealed class OwnerEdges(ScopeFacts scope, OwnerFinder owners, GraphDraft draft)
{
    internal void Add()
    {
        string[] applications = [.. scope.Of(PeopleDatasets.Applications, PeopleDatasets.Applications).Select(fact => ApplicationNodes.KeyOf(fact.Id.Key))];
        foreach (Fact fact in scope.Of(PeopleDatasets.Owners, PeopleDatasets.Owners))
        {
            JsonElement row = FactJson.Parse(fact);
            string column = ((string[])["person", "team", "owner"]).First(column => row.Text(column) is not null);
            string named = row.Text(column)!, pattern = row.Text("id")!;
            if (owners.Find(fact.Id, column, named) is not { } owner)
            {
                continue;
            }

            string? role = row.Text("role");
            var duty = new Duty(pattern, owner.Key, owner.Certainty, owner.By, role, row.Text("since"), new Support(fact.Id, null, $"the list of owners names {named} as {(role is null ? "" : role + " ")}owner of {pattern}", null));
            foreach (string application in applications.Where(duty.Names))
            {
                draft.Edge(duty.Edge(application), duty.Support);
            }

            draft.Term(JoinSide.Ask, PartyKeys.Owned, TermContent.Of(duty));
        }
    }
}
