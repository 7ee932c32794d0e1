using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Derive.ResourcePolicies;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>Who holds which hubs: statements with the holder's Deny statements subtracted. Holders of the same statement under the same denies share the work.</summary>
internal sealed class Holdings
{
    private readonly AccountFacts facts;
    private readonly HubFactory factory;
    private readonly GraphDraft draft;
    private readonly StatementBinder binder;
    private readonly Memberships memberships;
    private readonly Restraints restraints;
    private readonly Guardrails guardrails;
    private readonly IndexSet everything;
    private readonly Dictionary<(CompiledStatement, string, string, string), (ImmutableArray<Grant> Grants, Dictionary<string, ImmutableArray<HeldHub>> Hubs)> made = [];
    private readonly HashSet<string> limited = new(StringComparer.Ordinal);
    private readonly HashSet<(string User, string Group)> limitedMembers = [];

    internal Holdings(AccountFacts facts, HubFactory factory, Memberships memberships, Restraints restraints, StatementBinder binder, GraphDraft draft, ActionTable table)
    {
        (this.facts, this.factory, this.memberships, this.restraints, this.binder, this.draft) = (facts, factory, memberships, restraints, binder, draft);
        (everything, guardrails) = (table.All, new(table));
    }

    internal void Add()
    {
        foreach (Principal role in facts.Roles)
        {
            Hold(role.Key, role, role.Statements, restraints.DeniesOf(role), restraints.KeptFrom(role), restraints.LimitsOf(role), role.UnreadBoundary);
        }

        foreach (Principal group in facts.Groups)
        {
            Hold(group.Key, null, group.Statements.Where(held => !held.Statement.DependsOnHolder), restraints.DeniesOf(group), restraints.KeptFrom(group), restraints.LimitsOf(group), []);
        }

        foreach (Principal user in facts.Users)
        {
            Hold(user.Key, user, user.Statements, restraints.DeniesOf(user), restraints.KeptFrom(user), restraints.LimitsOf(user), user.UnreadBoundary);
            foreach ((Principal group, Support membership) in memberships.GroupsOf(user))
            {
                Member(user, group, membership);
            }
        }
    }

    /// <summary>What each statement leaves a user or role, with what ties it there; the same objects for all who are left the same.</summary>
    internal IEnumerable<(ImmutableArray<Grant> Grants, ImmutableArray<Support> Ties)> SharedGrantsOf(Principal principal) =>
        memberships.StatementsOf(principal).Where(held => held.Statement.Statement.IsAllow).Select(held => (Left(held.Statement, principal, restraints.AllDeniesOf(principal), restraints.LimitsOf(principal)).Grants, held.Ties));

    /// <summary>What one statement gives a principal, after its Deny statements.</summary>
    internal ImmutableArray<HeldHub> HubsOf(CompiledStatement statement, Principal principal) => HubsOf(statement, principal, restraints.DeniesOf(principal), restraints.KeptFrom(principal), restraints.LimitsOf(principal));

    /// <summary>What one statement gives a principal that has no boundary any more.</summary>
    internal ImmutableArray<HeldHub> HubsWithoutBoundary(CompiledStatement statement, Principal principal)
    {
        HashSet<string> boundary = [.. (principal.BoundaryStatements ?? []).SelectMany(deny => binder.Bind(deny, principal.Context)).Select(deny => deny.Text)];
        return HubsOf(statement, principal, [.. restraints.DeniesOf(principal).Where(deny => !boundary.Contains(deny.Text))], [.. restraints.KeptFrom(principal).Where(deny => !boundary.Contains(deny.Text))], [.. restraints.LimitsOf(principal).Where(limit => !limit.IsBoundary)]);
    }

    /// <summary>It may do everything in the account, always: no technique adds anything.</summary>
    internal bool Administers(Principal principal) => principal.UnreadBoundary.IsEmpty && AllowsOf(principal).Where(statement => statement.Actions.Equals(everything) && (principal.Kind != PrincipalKind.Group || !statement.DependsOnHolder))
        .SelectMany(statement => HubsOf(statement, principal.Kind == PrincipalKind.Group ? null : principal, restraints.DeniesOf(principal), restraints.KeptFrom(principal), restraints.LimitsOf(principal)))
        .Any(held => held.Hub.Administered is { IsEmpty: true } && held is { Conditions.IsEmpty: true, Window.IsAlways: true });

    /// <summary>The Allow statements of a principal and its groups.</summary>
    internal IEnumerable<CompiledStatement> AllowsOf(Principal principal) => memberships.StatementsOf(principal).Select(held => held.Statement).Where(statement => statement.Statement.IsAllow);

    /// <summary>The groups that the user has all of, not limited by a Deny of its own.</summary>
    internal IEnumerable<Principal> WholeGroupsOf(Principal user) => memberships.GroupsOf(user).Select(pair => pair.Group).Where(group => !limitedMembers.Contains((user.Key, group.Key)));

    /// <summary>What a statement gives the root user: no policy of its own binds it, but its organisation's do.</summary>
    internal ImmutableArray<HeldHub> HubsOfRoot(CompiledStatement statement, Principal root) => HubsOf(statement, root, restraints.DeniesOf(root), restraints.KeptFrom(root), restraints.LimitsOf(root));

    /// <summary>A member with a boundary, or whom other Deny statements keep from what the group gives, is a member of the group as it is left for such members.</summary>
    private void Member(Principal user, Principal group, Support membership)
    {
        List<BoundStatement> ofUser = [.. restraints.DeniesOf(user), .. restraints.KeptFrom(user)], ofGroup = [.. restraints.DeniesOf(group), .. restraints.KeptFrom(group)];
        HeldStatement[] given = [.. group.Statements.Where(held => held.Statement.Statement.IsAllow && !held.Statement.DependsOnHolder)];
        BoundStatement[] Others(List<BoundStatement> denies, List<BoundStatement> than)
        {
            HashSet<string> known = [.. than.Select(deny => deny.Text)];
            return [.. denies.Where(deny => !known.Contains(deny.Text) && given.Any(held => Touches(deny, held.Statement)))];
        }

        BoundStatement[] extra = Others(ofUser, ofGroup), less = Others(ofGroup, ofUser);
        string[] within = given.Length == 0 ? [] : [.. restraints.LimitsOf(user).Select(limit => limit.Text)], before = given.Length == 0 ? [] : [.. restraints.LimitsOf(group).Select(limit => limit.Text)];
        string key = group.Key;
        if (extra.Length > 0 || less.Length > 0 || !within.SequenceEqual(before))
        {
            limitedMembers.Add((user.Key, group.Key));
            string[] texts = [.. extra.Select(deny => deny.Text).Order(StringComparer.Ordinal), .. within.Except(before).Select(text => "within " + text), .. less.Select(deny => "without " + deny.Text).Order(StringComparer.Ordinal), .. before.Except(within).Select(text => "beyond " + text)];
            key = $"{group.Key}#limited:{AwsKeys.Short(string.Join('\n', texts))}";
            string[] by = [.. extra.Select(deny => deny.Source.Title).Concat(within.Except(before).Any() ? ["its boundary"] : []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(3)];
            draft.Node(group.Fact, key, NodeKinds.Group, by.Length > 0 ? $"{group.Name} (limited by {string.Join("; ", by)})" : $"{group.Name} (for such members)", 1, (PropertyNames.Scope, facts.Scope), ("limitedFrom", group.Key));
            if (limited.Add(key))
            {
                Hold(key, null, given, restraints.DeniesOf(user), restraints.KeptFrom(user), restraints.LimitsOf(user), []);
            }
        }

        draft.Edge(new(EdgeKind.MemberOf, user.Key, key, ConditionSets.CertaintyOf(user.UnreadBoundary)) { Conditions = user.UnreadBoundary }, [membership, .. extra.Select(deny => deny.Source.Support(" limits it"))]);
        Hold(user.Key, user, group.Statements.Where(held => held.Statement.DependsOnHolder).Select(held => held with { Ties = [.. held.Ties, membership] }), restraints.DeniesOf(user), restraints.KeptFrom(user), restraints.LimitsOf(user), user.UnreadBoundary);
    }

    private bool Touches(BoundStatement deny, CompiledStatement statement) =>
        deny.Source.Actions.Intersects(statement.Actions) && binder.Bind(statement, null).Any(allow => allow.Patterns.Any(deny.Reach.Touches));

    private void Hold(string holder, Principal? bindTo, IEnumerable<HeldStatement> statements, List<BoundStatement> denying, List<BoundStatement> kept, ImmutableArray<Limit> within, ImmutableArray<Condition> boundary)
    {
        foreach (HeldStatement held in statements.Where(held => held.Statement.Statement.IsAllow))
        {
            foreach (HeldHub hub in HubsOf(held.Statement, bindTo, denying, kept, within))
            {
                Support support = held.Statement.Support(": " + hub.What);
                hub.Hub.RestsOn(support);
                ImmutableArray<Condition> conditions = ConditionSets.Union(bindTo?.Met(hub.Conditions) ?? hub.Conditions, boundary);
                draft.Edge(new(EdgeKind.Holds, holder, hub.Hub.Key, ConditionSets.CertaintyOf(conditions)) { Conditions = conditions, Validity = hub.Window, Assumptions = facts.OnRights }, [support, .. held.Ties]);
            }
        }
    }

    private ImmutableArray<HeldHub> HubsOf(CompiledStatement statement, Principal? bindTo, List<BoundStatement> denying, List<BoundStatement> kept, ImmutableArray<Limit> within)
    {
        BoundStatement[] guards = statement.Actions.Equals(everything) ? guardrails.Among(denying) : [];
        (ImmutableArray<Grant> grants, Dictionary<string, ImmutableArray<HeldHub>> known) = Left(statement, bindTo, guards.Length == 0 ? denying : [.. denying.Except(guards)], within);
        BoundStatement[] single = [.. kept.Where(deny => deny.Source.Actions.Intersects(statement.Actions)), .. guards];
        string key = string.Join('\n', single.Select(deny => deny.Text));
        if (!known.TryGetValue(key, out ImmutableArray<HeldHub> hubs))
        {
            known.Add(key, hubs = factory.HubsOf(grants, single));
        }

        return hubs;
    }

    /// <summary>What Deny statements and limits leave of a statement, and the hubs that were made of that.</summary>
    private (ImmutableArray<Grant> Grants, Dictionary<string, ImmutableArray<HeldHub>> Hubs) Left(CompiledStatement statement, Principal? bindTo, List<BoundStatement> denying, ImmutableArray<Limit> within)
    {
        BoundStatement[] relevant = [.. denying.Where(deny => deny.Source.Actions.Intersects(statement.Actions))];
        ImmutableArray<BoundStatement> allows = binder.Bind(statement, bindTo?.Context);
        (CompiledStatement, string, string, string) key = (statement, statement.DependsOnHolder ? string.Join('\n', allows.Select(allow => allow.Text)) : "", string.Join('\n', relevant.Select(deny => deny.Text)), string.Concat(within.Select(limit => "|" + limit.Text)));
        if (!made.TryGetValue(key, out (ImmutableArray<Grant>, Dictionary<string, ImmutableArray<HeldHub>>) left))
        {
            made.Add(key, left = (Limit.All(DenySubtraction.GrantsOf(allows, relevant), within), []));
        }

        return left;
    }
}
