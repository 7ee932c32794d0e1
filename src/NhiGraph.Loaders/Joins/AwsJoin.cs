using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Derive;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Joins;

/// <summary>
/// Joins of AWS accounts: a trust in another account, or one of its principals, meets the rights there; where that account was never loaded, one side alone says so (DECLARED).
/// A bucket that is named here hangs under an unknown account unless another account lists it.
/// </summary>
internal static class AwsJoin
{
    internal static DerivedScope Join(JoinInput input)
    {
        var draft = new GraphDraft(DerivedScope.JoinOwner(input.Scope));
        ILookup<string, JoinTerm> asks = input.Asks.ToLookup(ask => ask.JoinKey, StringComparer.Ordinal);
        foreach (JoinTerm offer in input.Offers)
        {
            if (offer.JoinKey.StartsWith(AwsKeys.AssumeTerm(""), StringComparison.Ordinal))
            {
                Account(draft, input, TermContent.Read<JoinTerms.Opening>(offer), asks[offer.JoinKey]);
            }
            else if (offer.JoinKey.StartsWith(AwsKeys.ReachTerm(""), StringComparison.Ordinal))
            {
                AwsReachJoin.Add(draft, TermContent.Read<JoinTerms.Lent>(offer), asks[offer.JoinKey].Select(TermContent.Read<JoinTerms.Reaching>));
            }
            else if (offer.JoinKey.StartsWith(AwsKeys.PrincipalTerm(""), StringComparison.Ordinal))
            {
                Principal(draft, input, TermContent.Read<JoinTerms.Opening>(offer), asks[offer.JoinKey]);
            }
            else if (offer.JoinKey.StartsWith(AwsKeys.BucketTerm(""), StringComparison.Ordinal) && !asks[offer.JoinKey].Any())
            {
                Unplaced(draft, TermContent.Read<JoinTerms.BucketNamed>(offer));
            }
            else if (offer.JoinKey.StartsWith(AwsKeys.RightTerm(""), StringComparison.Ordinal))
            {
                OneSided(draft, input, offer.JoinKey[AwsKeys.RightTerm("").Length..], TermContent.Read<JoinTerms.Right>(offer));
            }
        }

        string own = $":{input.Scope[AwsKeys.Account("").Length..]}:";
        PeopleJoin.Add(draft, input, asks, pattern => pattern.Contains("arn:", StringComparison.Ordinal) && pattern.Contains(own, StringComparison.Ordinal));
        return draft.ToScope();
    }

    /// <summary>A whole account is trusted: its hubs that reach the role give it.</summary>
    private static void Account(GraphDraft draft, JoinInput input, JoinTerms.Opening opening, IEnumerable<JoinTerm> asks)
    {
        if (!input.Scopes.Contains(AwsKeys.Account(opening.Principal)))
        {
            string account = AwsKeys.Account(opening.Principal);
            string? vendor = VendorAccounts.Of(opening.Principal);
            draft.Node(Fact(opening.Support), account, NodeKinds.Consumer | NodeKinds.Resource, (vendor is null ? "" : vendor + ", ") + "AWS account " + opening.Principal, 0,
                (PropertyNames.ConsumerType, ConsumerType.ThirdParty.Text()), (PropertyNames.Vendor, vendor), (PropertyNames.Potential, "true"), (PropertyNames.ResourceType, ResourceType.Account.Text()),
                (PropertyNames.Container, "true"), (PropertyNames.Scope, account), (PropertyNames.Known, "false"));
            Assume(draft, account, opening, Certainty.Declared, opening.Conditions, AwsAssumptions.OnRights, [opening.Support]);
            return;
        }

        foreach (JoinTerms.Right right in asks.Select(TermContent.Read<JoinTerms.Right>))
        {
            if (right.Span.On(ArnPattern.Parse(opening.Role)) is { } lowered)
            {
                ImmutableArray<Condition> conditions = ConditionSets.Union(opening.Conditions, lowered);
                draft.Node(Fact(right.Supports[0]), right.Holder, NodeKinds.Entitlement, right.Name, 0);
                Head(draft, opening);
                draft.Edge(new(EdgeKind.Yields, right.Holder, AwsKeys.OfArn(opening.Role), ConditionSets.CertaintyOf(conditions)) { Conditions = conditions, Assumptions = right.Assumptions }, [opening.Support, .. right.Supports]);
            }
        }
    }

    /// <summary>One principal of another account is trusted, or one session of it: its own right must reach the role.</summary>
    private static void Principal(GraphDraft draft, JoinInput input, JoinTerms.Opening opening, IEnumerable<JoinTerm> asks)
    {
        bool session = opening.Form == TrustForm.Session;
        string account = opening.Principal.Split(':')[4];
        string caller = AwsKeys.OfArn(opening.Principal);
        IdentityType type = session ? IdentityType.Session : opening.Principal.Contains(":role/", StringComparison.Ordinal) ? IdentityType.CloudRole : IdentityType.CloudUser;
        draft.Node(Fact(opening.Support), caller, NodeKinds.Identity, opening.Principal[(opening.Principal.LastIndexOf('/') + 1)..], 0,
            (PropertyNames.IdentityType, type.Text()), (PropertyNames.Vendor, VendorAccounts.Of(account)), (PropertyNames.Scope, AwsKeys.Account(account)), (PropertyNames.Known, session ? null : "false"));
        if (!input.Scopes.Contains(AwsKeys.Account(account)))
        {
            Assume(draft, caller, opening, Certainty.Declared, opening.Conditions, AwsAssumptions.OnRights, [opening.Support]);
            return;
        }

        foreach (JoinTerms.Right right in asks.Select(TermContent.Read<JoinTerms.Right>))
        {
            if (right.Span.On(ArnPattern.Parse(opening.Role)) is not { } lowered)
            {
                continue;
            }

            ImmutableArray<Condition> conditions = ConditionSets.Union(ConditionSets.Union(opening.Conditions, lowered), right.Conditions);
            Assume(draft, caller, opening, ConditionSets.CertaintyOf(conditions), conditions, right.Assumptions, [opening.Support, .. right.Supports]);
            if (session)
            {
                // Whoever takes the role there may choose the session's name; which of its sessions this is cannot be told.
                string name = opening.Principal[(opening.Principal.LastIndexOf('/') + 1)..];
                draft.Node(Fact(right.Supports[0]), right.Holder, NodeKinds.Identity, right.Name, 0);
                draft.Edge(new(EdgeKind.SessionOf, caller, right.Holder, Certainty.Proved), opening.Support);
                draft.Edge(
                    new(EdgeKind.CanAssume, right.Holder, caller, Certainty.Conditional) { Conditions = [ConditionSets.Make("sts:RoleSessionName", "StringEquals", [name], $"the session is named {name}")] },
                    opening.Support);
            }
        }
    }

    /// <summary>A right names a role of an account that was never loaded: whether the role lets the caller in is not known.</summary>
    private static void OneSided(GraphDraft draft, JoinInput input, string role, JoinTerms.Right right)
    {
        string account = role.Split(':')[4];
        if (input.Scopes.Contains(AwsKeys.Account(account)))
        {
            return;
        }

        FactKey fact = Fact(right.Supports[0]);
        draft.Node(fact, right.Holder, NodeKinds.Entitlement, right.Name, 0);
        draft.Node(fact, AwsKeys.OfArn(role), NodeKinds.Identity | NodeKinds.Resource, role[(role.LastIndexOf('/') + 1)..], 0,
            (PropertyNames.IdentityType, IdentityType.CloudRole.Text()), (PropertyNames.Nature, IdentityNature.NonHuman.Text()), (PropertyNames.Scope, AwsKeys.Account(account)), (PropertyNames.Known, "false"));
        ImmutableArray<Condition> lowered = right.Span.On(ArnPattern.Parse(role)) ?? [];
        draft.Edge(new(EdgeKind.Yields, right.Holder, AwsKeys.OfArn(role), Certainty.Declared) { Conditions = lowered, Assumptions = right.Assumptions }, right.Supports);
    }

    private static void Unplaced(GraphDraft draft, JoinTerms.BucketNamed bucket)
    {
        string service = AwsKeys.Unplaced + "/s3";
        var support = new Support(bucket.Fact, null, "the bucket is named; no account that was loaded lists it", null);
        draft.Node(bucket.Fact, AwsKeys.Unplaced, NodeKinds.Resource, "resources of an unknown account", 0, (PropertyNames.ResourceType, ResourceType.Account.Text()), (PropertyNames.Container, "true"), (PropertyNames.Known, "false"));
        draft.Node(bucket.Fact, service, NodeKinds.Resource, "s3", 0, (PropertyNames.ResourceType, ResourceType.Service.Text()), (PropertyNames.Container, "true"));
        draft.Node(bucket.Fact, AwsKeys.OfArn(bucket.Bucket), NodeKinds.Resource, bucket.Bucket[(bucket.Bucket.LastIndexOf(':') + 1)..], 0, (PropertyNames.ResourceType, ResourceType.Bucket.Text()), (PropertyNames.Known, "false"));
        draft.Edge(new(EdgeKind.Contains, AwsKeys.Unplaced, service, Certainty.Proved), support);
        draft.Edge(new(EdgeKind.Contains, service, AwsKeys.OfArn(bucket.Bucket), Certainty.Proved), support);
    }

    private static void Assume(GraphDraft draft, string caller, JoinTerms.Opening opening, Certainty certainty, ImmutableArray<Condition> conditions, ImmutableArray<string> assumptions, ImmutableArray<Support> supports)
    {
        Head(draft, opening);
        draft.Edge(new(EdgeKind.CanAssume, caller, AwsKeys.OfArn(opening.Role), certainty) { Conditions = conditions, Assumptions = assumptions }, supports);
    }

    private static void Head(GraphDraft draft, JoinTerms.Opening opening) =>
        draft.Node(Fact(opening.Support), AwsKeys.OfArn(opening.Role), NodeKinds.Identity | NodeKinds.Resource, opening.RoleName, 0);

    private static FactKey Fact(Support support) => support.Fact ?? throw new InvalidOperationException("A join term rests on a fact.");
}
