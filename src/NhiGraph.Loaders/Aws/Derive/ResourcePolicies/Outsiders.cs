using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive.ResourcePolicies;

/// <summary>Whom resources' policies let in from outside of the account: anyone, services, other accounts and their principals. What those accounts say is another side, so that it is DECLARED.</summary>
internal sealed class Outsiders(AccountFacts facts, ResourceRights resources, StatementBinder binder, ResourceHoldings holdings, ActionTable table, GraphDraft draft)
{
    internal void Add()
    {
        foreach (ResourcePolicy policy in resources.Readings.Policies.Values)
        {
            foreach (CompiledStatement statement in policy.Statements.Where(statement => statement.Statement.IsAllow))
            {
                foreach (Outsider outsider in Of(policy, statement))
                {
                    LetIn(policy, statement, outsider);
                }
            }
        }
    }

    private IEnumerable<Outsider> Of(ResourcePolicy policy, CompiledStatement statement)
    {
        if (ResourcePolicy.NamesEverybody(statement.Statement))
        {
            if (policy.TakesUnsigned)
            {
                yield return Outsider.Anyone;
            }

            if ((!policy.TakesUnsigned || statement.DependsOnHolder) && !statement.Statement.Conditions.Any(IsOwnAccount))
            {
                yield return Outsider.AnyAuthenticated;
            }

            yield break;
        }

        foreach (PolicyPrincipal principal in statement.Statement.Principals)
        {
            if (Outsider.Of(principal, facts.Account, out bool understood) is { } outsider)
            {
                yield return outsider;
            }
            else if (!understood)
            {
                draft.Problem(AwsDeriveProblems.ResourcePrincipalNotUnderstood(policy.Arn, $"{principal.Kind} {principal.Value}"));
            }
        }
    }

    private bool IsOwnAccount(PolicyCondition condition) =>
        (condition.IsKey("aws:PrincipalAccount") || condition.IsKey("kms:CallerAccount")) && condition.Operator is "StringEquals" or "StringLike" && condition.Values.All(value => value == facts.Account);

    private void LetIn(ResourcePolicy policy, CompiledStatement statement, Outsider outsider)
    {
        bool blocks = policy.Service == "s3" && outsider.Caller?.Kind != RequestPrincipalKind.Service && policy.IsPublic;
        bool? restricts = blocks ? resources.Readings.Restricts(policy.Arn) : false;
        ImmutableArray<BoundStatement> allows = binder.Bind(statement, outsider.Context);
        if (restricts == true || allows.IsEmpty)
        {
            return;
        }

        Condition[] open = restricts is null ? [ConditionSets.Make("RestrictPublicBuckets", "Bool", ["false"], "Block Public Access of the bucket and of its account does not restrict public buckets")] : [];
        Condition[] not = statement.Statement.IsNotPrincipal ? [ConditionSets.Make("NotPrincipal", "NotEquals", statement.Statement.Principals.Select(principal => principal.Value), "the caller is none of those that NotPrincipal leaves out")] : [];
        draft.Node(statement.Fact, outsider.Key, outsider.Kinds, outsider.Name, 0, outsider.Properties.AsSpan());
        BoundStatement[] denies = [.. policy.Statements.Where(other => !other.Statement.IsAllow).SelectMany(deny => Denied(deny, outsider)), .. resources.Controlled(outsider.Caller, outsider.Context), .. resources.Undeciphered(_ => false)];
        ImmutableArray<Condition> also = ConditionSets.Sorted(open.Concat(not));
        holdings.Hold(outsider.Key, allows, denies, [], also, null, outsider.OneSided);
        if (outsider.Account is { } account)
        {
            bool some = policy.Statements.Any(deny => !deny.Statement.IsAllow && !ResourcePolicy.NamesEverybody(deny.Statement) && deny.Statement.Principals.Any(principal => principal.Value.Contains(account, StringComparison.Ordinal)));
            Condition[] notDenied = some ? [ConditionSets.Make("Principal", "Deny", [policy.Arn], $"the caller is not one that the policy of {policy.Arn} denies")] : [];
            Lend(policy, account, allows.SelectMany(allow => DenySubtraction.GrantsOf(allow, denies)), ConditionSets.Union(also, [.. notDenied]));
        }
    }

    /// <summary>Offers to the other account what its own policies may give.</summary>
    private void Lend(ResourcePolicy policy, string account, IEnumerable<Grant> grants, ImmutableArray<Condition> also)
    {
        foreach (Grant grant in grants)
        {
            bool cut = !grant.Exclusions.IsEmpty || !grant.Lowered.IsEmpty;
            ImmutableArray<Condition> conditions = ConditionSets.Union(ConditionSets.Union(grant.Conditions, Stretch.Condition(grant.Window)), also);
            foreach (Capability capability in Enum.GetValues<Capability>())
            {
                IndexSet giving = grant.Actions.And(table.Giving(capability));
                foreach (ResourceKind kind in table.KindsOf(giving).Members().Select(kind => table.Kinds[kind]).Where(kind => !kind.IsService && grant.Includes.Any(kind.IsNamedBy)))
                {
                    IndexSet Of(IndexSet actions) => IndexSet.Of(actions.Members().Where(action => table.Actions[action].Types.Any(type => table.Kinds[type] == kind)));
                    draft.Term(JoinSide.Offer, AwsKeys.ReachTerm(account), TermContent.Of(new JoinTerms.Lent(
                        policy.Arn, policy.Arn[(policy.Arn.LastIndexOfAny(['/', ':']) + 1)..], account, capability, kind.Name, !cut && Of(giving).Equals(Of(table.Giving(capability))), [.. grant.Includes.Where(kind.IsNamedBy).Select(include => include.Text)], conditions, grant.Source.Support(""))));
                }
            }
        }
    }

    /// <summary>What of a Deny is surely or perhaps about the outsider; of many callers only what is about all of them.</summary>
    private IEnumerable<BoundStatement> Denied(CompiledStatement deny, Outsider outsider)
    {
        if (outsider.Caller is { } caller)
        {
            return ResourceRights.If(PrincipalMatch.Of(deny.Statement, caller, outsider.Context!).Any, binder.Bind(deny, outsider.Context));
        }

        return !deny.Statement.IsNotPrincipal && ResourcePolicy.NamesEverybody(deny.Statement) ? binder.Bind(deny, null) : [];
    }
}
