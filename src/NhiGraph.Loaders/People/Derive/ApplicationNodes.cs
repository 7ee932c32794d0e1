using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Loaders.Joins;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.People.Derive;

/// <summary>Applications with their owners, and the names that things may give them by.</summary>
internal sealed class ApplicationNodes(ScopeFacts scope, OwnerFinder owners, GraphDraft draft)
{
    internal static string KeyOf(string id) => "application:" + id;

    internal void Add()
    {
        foreach (Fact fact in scope.Of(PeopleDatasets.Applications, PeopleDatasets.Applications))
        {
            Add(fact, FactJson.Parse(fact));
        }
    }

    private void Add(Fact fact, JsonElement application)
    {
        string id = fact.Id.Key, key = KeyOf(id), name = application.Text("name") ?? id;
        string? status = application.Text("status")?.ToUpperInvariant(), retired = application.Text("retiredAt");
        draft.Node(fact.Id, key, NodeKinds.Application, name, 2,
            (PropertyNames.Status, status ?? (retired is null ? null : ApplicationStatus.Retired.Text())), (PropertyNames.RetiredAt, retired), (PropertyNames.Vendor, application.Text("vendor")), (PropertyNames.Known, "true"));
        foreach ((string list, OwnershipRole role) in ((string, OwnershipRole)[])[("businessOwner", OwnershipRole.Business), ("technicalOwner", OwnershipRole.Technical), ("escalation", OwnershipRole.Escalation)])
        {
            foreach (string named in application.Texts(list))
            {
                if (owners.Find(fact.Id, "owner", named) is { } owner)
                {
                    draft.Edge(
                        new(EdgeKind.Owns, owner.Key, key, owner.Certainty) { Properties = EdgeProperties.Of((PropertyNames.Role, role.Text().ToLowerInvariant()), (PropertyNames.JoinedBy, owner.By.Text())) },
                        new Support(fact.Id, null, $"the {role.Text().ToLowerInvariant()} owner of {name} is {named}", "/" + list));
                }
            }
        }

        draft.Term(JoinSide.Offer, PartyKeys.Application(id), TermContent.Of(new ApplicationOffer(key, name, JoinedBy.ApplicationId, fact.Id)));
        if (PartyKeys.Application(name) != PartyKeys.Application(id))
        {
            draft.Term(JoinSide.Offer, PartyKeys.Application(name), TermContent.Of(new ApplicationOffer(key, name, JoinedBy.ApplicationName, fact.Id)));
        }
    }
}
