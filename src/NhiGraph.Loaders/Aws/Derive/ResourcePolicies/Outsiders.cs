using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive.ResourcePolicies;

/// <summary>Whom resources' policies let in from outside of the account: anyone, services, other accounts and their principals. What those accounts say is the other side, which a join asks.</summary>
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

            bool own = statement.Statement.Conditions.Any(IsOwnAccount);
            if ((!policy.TakesUnsigned || statement.DependsOnHolder) && !own)
            {
                yield return Outsider.AnyAuthenticated;
            }

            if (!own)
            {
                yield return Outsider.EveryAccount;
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
        BoundStatement[] denies = [.. policy.Statements.Where(other => !other.Statement.IsAllow).SelectMany(deny => Denied(deny, outsider)), .. resources.Controlled(outsider.Caller, outsider.Context), .. resources.Undeciphered(_ => false)];
        ImmutableArray<Condition> also = ConditionSets.Sorted(open.Concat(not));
        if (outsider.Account is null)
        {
            draft.Node(statement.Fact, outsider.Key, outsider.Kinds, outsider.Name, 0, outsider.Properties.AsSpan());
            holdings.Hold(outsider.Key, allows, denies, [], also, null);
        }
        else
        {
            Offer(policy, statement, outsider, outsider.Account, allows.SelectMany(allow => DenySubtraction.GrantsOf(allow, denies)), outsider.Caller is null ? ConditionSets.Union(also, DeniedByName(policy, outsider.Account)) : also);
        }
    }

    /// <summary>Offers to the other account what its own policies may give. What other services do to the resource they do not ask its policy for.</summary>
    private void Offer(ResourcePolicy policy, CompiledStatement statement, Outsider outsider, string account, IEnumerable<Grant> grants, ImmutableArray<Condition> also)
    {
        IndexSet own = table.Of([policy.Service]);
        ImmutableArray<JoinTerms.Allowance> allowances = [.. grants.Where(grant => grant.Actions.Intersects(own)).Select(grant => JoinTerms.Allowance.Of(grant with { Conditions = ConditionSets.Union(grant.Conditions, also) }, own, statement.Support("")))];
        if (allowances.IsEmpty)
        {
            return;
        }

        string who = outsider.Caller is { HasAccount: true } caller ? caller.Arn : account;
        var guest = new JoinTerms.Guest(policy.Arn, policy.Arn[(policy.Arn.LastIndexOfAny(['/', ':']) + 1)..], who, allowances, facts.OnRights);
        if (who == account)
        {
            draft.Term(JoinSide.Offer, AwsKeys.ReachTerm(account), TermContent.Of(guest));
            return;
        }

        draft.Term(JoinSide.Offer, AwsKeys.PrincipalTerm(outsider.Caller!.Session is null ? who : TrustEdges.RoleOfSession(who)), TermContent.Of(new JoinTerms.Named(null, guest)));
        draft.Term(JoinSide.Offer, AwsKeys.GrantsTerm(account), TermContent.Of(account));
    }

    /// <summary>Of many callers, some may be denied by name: nobody can tell here which of them asks.</summary>
    private ImmutableArray<Condition> DeniedByName(ResourcePolicy policy, string account) =>
        policy.Statements.Any(deny => !deny.Statement.IsAllow && !ResourcePolicy.NamesEverybody(deny.Statement) && deny.Statement.Principals.Any(principal => principal.Kind == "AWS" && Means(principal.Value, account)))
            ? [ConditionSets.Make("Principal", "Deny", [policy.Arn], $"the caller is not one that the policy of {policy.Arn} denies")] : [];

    private bool Means(string principal, string account) => account == "*" ? !principal.Contains(facts.Account, StringComparison.Ordinal) : principal.Contains(account, StringComparison.Ordinal);

    /// <summary>What of a Deny is surely or perhaps about the outsider; of many callers only what is about all of them.</summary>
    private IEnumerable<BoundStatement> Denied(CompiledStatement deny, Outsider outsider)
    {
        if (outsider.Caller is { } caller)
        {
            return ResourceRights.If(PrincipalMatch.Of(deny.Statement, caller, outsider.Context!).Any, binder.Bind(deny, outsider.Context));
        }

        ImmutableArray<BoundStatement> bound = ResourcePolicy.NamesEverybody(deny.Statement) ? binder.Bind(deny, null) : [];
        return !deny.Statement.IsNotPrincipal ? bound : bound.Select(one => new BoundStatement(one.Source, one.Patterns, one.Kept, ConditionSets.Union(one.Unknown, [Left(deny.Statement)]), one.Terms));
    }

    private static Condition Left(PolicyStatement statement) =>
        ConditionSets.Make("NotPrincipal", "Equals", statement.Principals.Select(principal => principal.Value), "the caller is one of those that NotPrincipal leaves out");
}
