using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive.CrossAccount;

/// <summary>What each user and role may do in other accounts, for trusts and resources there that name it. A principal that may do nothing there asks nothing, and is let in nowhere.</summary>
internal sealed class CallerTerms(AccountFacts facts, ActionTable table, HubFactory factory, Holdings holdings, GraphDraft draft)
{
    /// <summary>Taking roles, and what is asked of resources that have policies of their own.</summary>
    private readonly IndexSet interest = table.Of(ResourceConsent.All).Or(IndexSet.Of([table.Find("sts:AssumeRole")]));

    private readonly Dictionary<Grant, string> ids = new(ReferenceEqualityComparer.Instance);

    internal void Add()
    {
        foreach (Principal principal in facts.Users.Concat(facts.Roles))
        {
            ImmutableArray<JoinTerms.HeldRight> rights = [.. holdings.SharedGrantsOf(principal)
                .SelectMany(held => held.Grants.Where(Reaches).Select(grant => new JoinTerms.HeldRight(IdOf(grant, principal), held.Ties)))];
            if (!rights.IsEmpty)
            {
                draft.Term(JoinSide.Ask, AwsKeys.PrincipalTerm(principal.Arn), TermContent.Of(new JoinTerms.Caller(
                    principal.Key,
                    principal.Name,
                    principal.Arn,
                    facts.Organization?.Id,
                    principal.FixedTags is { } tags ? new(tags, StringComparer.Ordinal) : null,
                    rights,
                    principal.UnreadBoundary,
                    facts.OnRights)));
            }
        }
    }

    private bool Reaches(Grant grant) => grant.Actions.Intersects(interest) && grant.Includes.Any(factory.ReachesBeyond);

    /// <summary>Principals that are given the same share one term. A role meets some conditions by acting in sessions alone.</summary>
    private string IdOf(Grant grant, Principal principal)
    {
        ImmutableArray<Condition> met = principal.Met(grant.Conditions);
        bool asItIs = met.Length == grant.Conditions.Length;
        if (asItIs && ids.TryGetValue(grant, out string? known))
        {
            return known;
        }

        var allowance = JoinTerms.Allowance.Of(asItIs ? grant : grant with { Conditions = met }, interest, grant.Source.Support(""));
        string id = AwsKeys.Short(TermContent.Of(allowance));
        draft.Term(JoinSide.Ask, AwsKeys.GrantsTerm(facts.Account), TermContent.Of(new JoinTerms.Given(id, allowance)));
        if (asItIs)
        {
            ids.Add(grant, id);
        }

        return id;
    }
}
