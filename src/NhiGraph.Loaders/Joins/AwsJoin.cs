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
        var callers = new AwsCallers(asks);
        Guests(draft, input, asks, callers);
        foreach (JoinTerm offer in input.Offers)
        {
            if (offer.JoinKey.StartsWith(AwsKeys.AssumeTerm(""), StringComparison.Ordinal))
            {
                Account(draft, input, TermContent.Read<JoinTerms.Opening>(offer), asks[offer.JoinKey]);
            }
            else if (offer.JoinKey.StartsWith(AwsKeys.PrincipalTerm(""), StringComparison.Ordinal) && TermContent.Read<JoinTerms.Named>(offer).Trust is { } trust)
            {
                Principal(draft, input, trust, callers);
            }
            else if (offer.JoinKey.StartsWith(AwsKeys.BucketTerm(""), StringComparison.Ordinal) && !asks[offer.JoinKey].Any())
            {
                Unplaced(draft, TermContent.Read<JoinTerms.BucketNamed>(offer));
            }
            else if (offer.JoinKey.StartsWith(AwsKeys.PolicyTerm(""), StringComparison.Ordinal) && !asks[offer.JoinKey].Any())
            {
                Beyond(draft, input, TermContent.Read<JoinTerms.Beyond>(offer));
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

    /// <summary>Whom resources' policies let in, one by one and as accounts.</summary>
    private static void Guests(GraphDraft draft, JoinInput input, ILookup<string, JoinTerm> asks, AwsCallers callers)
    {
        (string Key, JoinTerms.Guest Guest)[] guests =
        [
            .. input.Offers.Where(offer => offer.JoinKey.StartsWith(AwsKeys.ReachTerm(""), StringComparison.Ordinal)).Select(offer => (offer.JoinKey, TermContent.Read<JoinTerms.Guest>(offer))),
            .. input.Offers.Where(offer => offer.JoinKey.StartsWith(AwsKeys.PrincipalTerm(""), StringComparison.Ordinal)).Select(offer => (offer.JoinKey, TermContent.Read<JoinTerms.Named>(offer).Guest)).Where(pair => pair.Guest is not null).Select(pair => (pair.JoinKey, pair.Guest!)),
        ];
        if (guests.Length == 0)
        {
            return;
        }

        var single = new AwsGuestJoin(draft, input, ActionTable.Instance, callers, guests.Select(pair => pair.Guest).ToLookup(guest => guest.Resource, StringComparer.Ordinal));
        var whole = new AwsReachJoin(draft, ActionTable.Instance);
        foreach (IGrouping<string, JoinTerms.Guest> same in guests.GroupBy(pair => pair.Key, pair => pair.Guest, StringComparer.Ordinal))
        {
            bool ofAccounts = same.Key.StartsWith(AwsKeys.ReachTerm(""), StringComparison.Ordinal);
            AwsReachJoin.Right[] rights = ofAccounts ? [.. asks[same.Key].Where(ask => ask.Scope != input.Scope).Select(ask => AwsReachJoin.Right.Of(TermContent.Read<JoinTerms.Reaching>(ask), ask.Scope))] : [];
            foreach (JoinTerms.Guest guest in same)
            {
                if (!ofAccounts)
                {
                    single.Add(guest);
                    continue;
                }

                whole.Add(guest, rights);
                if (guest.Who != "*")
                {
                    single.AddAccount(guest);
                }
            }
        }

        single.DrawHubs();
    }

    /// <summary>What a hub reaches in another account stands by that account's policies, where they were read; identities have none that let anybody do more than take a role.</summary>
    private static void Beyond(GraphDraft draft, JoinInput input, JoinTerms.Beyond beyond)
    {
        string[] arn = beyond.Target[AwsKeys.OfArn("").Length..].Split(':', 6);
        if (arn[2] != "iam" || !input.Scopes.Contains(AwsKeys.Account(arn[4])))
        {
            draft.Edge(new(EdgeKind.On, beyond.Hub, beyond.Target, beyond.Certainty) { On = beyond.On, Conditions = beyond.Conditions, Assumptions = beyond.Assumptions }, beyond.Support);
        }
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
            if (right.Span.On(ArnPattern.Parse(opening.Role)) is { } lowered && KnownCaller.OfAccount(opening.Principal, right.Organization).Left(opening.Conditions) is { } left)
            {
                ImmutableArray<Condition> conditions = ConditionSets.Union(left, lowered);
                draft.Node(Fact(right.Support), right.Holder, NodeKinds.Entitlement, right.Name, 0);
                Head(draft, opening);
                draft.Edge(new(EdgeKind.Yields, right.Holder, AwsKeys.OfArn(opening.Role), ConditionSets.CertaintyOf(conditions)) { Conditions = conditions, Assumptions = right.Assumptions }, [opening.Support, right.Support]);
            }
        }
    }

    /// <summary>One principal of another account is trusted, or one session of it: its own right must reach the role.</summary>
    private static void Principal(GraphDraft draft, JoinInput input, JoinTerms.Opening opening, AwsCallers callers)
    {
        string node = CallerNode.Add(draft, Fact(opening.Support), opening.Principal);
        if (!input.Scopes.Contains(AwsKeys.Account(AwsKeys.AccountOf(opening.Principal))))
        {
            Assume(draft, node, opening, Certainty.Declared, opening.Conditions, AwsAssumptions.OnRights, [opening.Support]);
            return;
        }

        int assume = ActionTable.Instance.Find("sts:AssumeRole");
        var role = ArnPattern.Parse(opening.Role);
        if (callers.Find(opening.Principal) is not { } caller || KnownCaller.Of(caller, _ => false).Left(opening.Conditions) is not { } left)
        {
            return;
        }

        foreach ((Grant right, ImmutableArray<Support> supports) in callers.RightsOf(caller).Where(right => right.Grant.Actions.Contains(assume)))
        {
            if (right.On(role) is not { } conditions)
            {
                continue;
            }

            conditions = ConditionSets.Union(ConditionSets.Union(left, conditions), ConditionSets.Union(Stretch.Condition(right.Window), caller.Conditions));
            Assume(draft, node, opening, ConditionSets.CertaintyOf(conditions), conditions, caller.Assumptions, [opening.Support, .. supports]);
            if (opening.Form == TrustForm.Session)
            {
                CallerNode.SessionOf(draft, opening.Principal, caller, opening.Support);
            }
        }
    }

    /// <summary>A right names a role of an account that was never loaded: whether the role lets the caller in is not known.</summary>
    private static void OneSided(GraphDraft draft, JoinInput input, string role, JoinTerms.Right right)
    {
        string account = AwsKeys.AccountOf(role);
        if (input.Scopes.Contains(AwsKeys.Account(account)))
        {
            return;
        }

        FactKey fact = Fact(right.Support);
        draft.Node(fact, right.Holder, NodeKinds.Entitlement, right.Name, 0);
        draft.Node(fact, AwsKeys.OfArn(role), NodeKinds.Identity | NodeKinds.Resource, role[(role.LastIndexOf('/') + 1)..], 0,
            (PropertyNames.IdentityType, IdentityType.CloudRole.Text()), (PropertyNames.Nature, IdentityNature.NonHuman.Text()), (PropertyNames.Scope, AwsKeys.Account(account)), (PropertyNames.Known, "false"));
        ImmutableArray<Condition> lowered = right.Span.On(ArnPattern.Parse(role)) ?? [];
        draft.Edge(new(EdgeKind.Yields, right.Holder, AwsKeys.OfArn(role), Certainty.Declared) { Conditions = lowered, Assumptions = right.Assumptions }, right.Support);
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
