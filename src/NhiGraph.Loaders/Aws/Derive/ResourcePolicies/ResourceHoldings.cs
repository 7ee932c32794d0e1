using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive.ResourcePolicies;

/// <summary>What the account's own principals hold because a resource's policy lets them in. Of a statement to everybody those have the same of whom the same is known, so they are members of one group.</summary>
internal sealed class ResourceHoldings(AccountFacts facts, ResourceRights resources, HubFactory factory, Restraints restraints, GraphDraft draft)
{
    private readonly HashSet<string> groups = new(StringComparer.Ordinal);

    internal void Add()
    {
        foreach (Principal principal in resources.Voices.Any ? facts.Users.Concat(facts.Roles) : [])
        {
            Said said = resources.To(principal);
            if (said.Direct.IsEmpty && said.ByRole.IsEmpty && said.ToAll.IsEmpty)
            {
                continue;
            }

            BoundStatement[] denies = [.. restraints.DeniesOf(principal), .. restraints.KeptFromGuests(principal)];
            ImmutableArray<Limit> all = restraints.LimitsOf(principal), past = [.. all.Where(limit => !limit.IsBoundary)];
            Hold(principal.Key, said.Direct, denies, past, principal.UnreadBoundary, principal);
            Hold(principal.Key, said.ByRole, denies, all, principal.UnreadBoundary, principal);
            Everybody(principal, said.ToAll, denies, past);
        }
    }

    /// <param name="also">What must hold too.</param>
    /// <param name="holder">Null where the holder is not one principal of the account.</param>
    internal void Hold(string key, ImmutableArray<BoundStatement> allows, IReadOnlyCollection<BoundStatement> denies, ImmutableArray<Limit> within, ImmutableArray<Condition> also, Principal? holder)
    {
        foreach (BoundStatement allow in allows)
        {
            ImmutableArray<Grant> grants = within.Aggregate(DenySubtraction.GrantsOf(allow, [.. denies.Where(deny => deny.Source.Actions.Intersects(allow.Source.Actions))]), (left, limit) => limit.Of(left));
            foreach (HeldHub held in factory.HubsOf(grants, []))
            {
                Support support = allow.Source.Support(": " + held.What);
                held.Hub.RestsOn(support);
                ImmutableArray<Condition> conditions = ConditionSets.Union(holder?.Met(held.Conditions) ?? held.Conditions, also);
                draft.Edge(new(EdgeKind.Holds, key, held.Hub.Key, ConditionSets.CertaintyOf(conditions)) { Conditions = conditions, Validity = held.Window, Assumptions = facts.OnRights }, support);
            }
        }
    }

    private void Everybody(Principal principal, ImmutableArray<BoundStatement> allows, BoundStatement[] denies, ImmutableArray<Limit> within)
    {
        if (allows.IsEmpty)
        {
            return;
        }

        BoundStatement[] touching = [.. denies.Where(deny => allows.Any(allow => allow.Source.Actions.Intersects(deny.Source.Actions) && allow.Patterns.Any(deny.Reach.Touches)))];
        string sort = principal.Kind == PrincipalKind.Role ? "roles" : "users";
        string text = string.Join('\n', [sort, .. allows.Select(allow => allow.Text), .. touching.Select(deny => "less " + deny.Text), .. within.Select(limit => "within " + limit.Text)]);
        string key = $"{facts.Scope}#let-in:{AwsKeys.Short(text)}";
        if (groups.Add(key))
        {
            Hold(key, allows, touching, within, [], principal);
        }

        draft.Node(allows[0].Source.Fact, key, NodeKinds.Group, $"{sort} whom resources let in as anybody", 1, (PropertyNames.Scope, facts.Scope));
        draft.Edge(new(EdgeKind.MemberOf, principal.Key, key, ConditionSets.CertaintyOf(principal.UnreadBoundary)) { Conditions = principal.UnreadBoundary },
            [new Support(principal.Fact, null, $"{principal.Name} is of the account", null), allows[0].Source.Support(" lets in everybody")]);
    }
}
