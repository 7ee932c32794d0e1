using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Derive.Workloads;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Loaders.Joins;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>What the account says of people: whose account a user is, whom tags name as owner, which application a thing belongs to; and what of it can be owned at all. Joins find out who that is.</summary>
internal sealed class AccountabilityTerms(AccountFacts facts, WorkloadIndex workloads, TagReader tags, GraphDraft draft)
{
    /// <summary>To be called when all else is drafted.</summary>
    internal void Add()
    {
        foreach (Principal principal in facts.Users.Concat(facts.Roles))
        {
            Tagged(principal.Fact, principal.Key, principal.Content);
        }

        foreach (Principal user in facts.Users)
        {
            Account(user);
        }

        foreach ((string arn, (FactKey fact, JsonElement content)) in facts.Policies)
        {
            Tagged(fact, AwsKeys.OfArn(arn), content);
        }

        foreach ((FactKey fact, JsonElement content) in facts.Tagged)
        {
            Tagged(fact, AwsKeys.OfArn(content.Text("ResourceARN") ?? fact.Key), content);
        }

        foreach (Workload workload in workloads.All)
        {
            Tagged(workload.Fact, workload.Key, workload.Content);
        }

        foreach (string thing in draft.Stated(NodeKinds.Identity | NodeKinds.Credential | NodeKinds.Consumer | NodeKinds.Resource))
        {
            draft.Term(JoinSide.Offer, PartyKeys.Owned, TermContent.Of(thing));
        }
    }

    private void Tagged(FactKey fact, string thing, JsonElement content)
    {
        foreach (OwnerTag owner in tags.Owners(content))
        {
            string role = owner.Role == OwnershipRole.Unknown ? "" : owner.Role.Text().ToLowerInvariant();
            new PersonOffer(thing, EdgeKind.Owns, owner.Value, Rung.Of(owner.IsTeam ? [PartyKeys.TeamName(owner.Value), PartyKeys.TeamMail(owner.Value)] : PartyKeys.OfReference(owner.Value)), TagSupport(fact, owner.Tag, owner.Value))
            {
                Properties = EdgeProperties.Of((PropertyNames.Role, role.Length == 0 ? null : role)),
            }.AddTo(draft);
        }

        if (tags.Application(content) is var (tag, application))
        {
            draft.Term(JoinSide.Ask, PartyKeys.Application(application), TermContent.Of(new ApplicationMember(thing, application, TagSupport(fact, tag, application))));
        }
    }

    private void Account(Principal user)
    {
        string why = tags.Person(user.Content) is var (tag, value, _) ? $"the tag {tag} of {user.Name} is {value}" : $"the user is called {user.Name}";
        new PersonOffer(user.Key, EdgeKind.HasAccount, user.Name, Rung.Of(tags.PersonKeys(user.Content, user.Name)), new Support(user.Fact, null, why, null)) { Made = user.Content.Text("CreateDate") }.AddTo(draft);
    }

    private static Support TagSupport(FactKey fact, string tag, string value) => new(fact, null, $"the tag {tag} says {value}", "/Tags");
}
