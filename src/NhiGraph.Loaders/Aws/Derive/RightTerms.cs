using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>What each user and role may assume in other accounts, for trusts there that name it. A principal without such a right asks nothing, and is let in nowhere.</summary>
internal sealed class RightTerms(AccountFacts facts, ActionTable table, Holdings holdings, GraphDraft draft)
{
    internal void Add()
    {
        var interest = IndexSet.Of([table.Find("sts:AssumeRole")]);
        foreach (Principal principal in facts.Users.Concat(facts.Roles))
        {
            foreach ((Grant grant, ImmutableArray<Support> ties) in holdings.GrantsOf(principal, interest))
            {
                if (grant.Includes.Any(include => include.IsEverything || include.Account != facts.Account))
                {
                    draft.Term(JoinSide.Ask, AwsKeys.PrincipalTerm(principal.Arn), TermContent.Of(new JoinTerms.Right(
                        principal.Key,
                        principal.Name,
                        JoinTerms.SpanOf(grant.Includes, grant.Exclusions, grant.Lowered),
                        ConditionSets.Union(ConditionSets.Union(grant.Conditions, Stretch.Condition(grant.Window)), principal.UnreadBoundary),
                        [grant.Source.Support(": sts:AssumeRole"), .. ties],
                        facts.OnRights)));
                }
            }
        }
    }
}
