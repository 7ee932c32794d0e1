using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
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
    private readonly int assume;
    private readonly StatementBinder binder;
    private readonly ResourceRights resources;
    private readonly Guardrails guardrails;
    private readonly IndexSet everything, decrypt;
    private readonly Dictionary<string, Principal> groups;
    private readonly Dictionary<(CompiledStatement, string, string, string), (ImmutableArray<Grant> Grants, Dictionary<string, ImmutableArray<HeldHub>> Hubs)> made = [];
    private readonly Dictionary<Principal, List<BoundStatement>> unread = [];
    private readonly Dictionary<Principal, List<BoundStatement>> denies = [];
    private readonly Dictionary<Principal, ImmutableArray<BoundStatement>> regions = [];
    private readonly Dictionary<Principal, ImmutableArray<Limit>> limits = [];
    private readonly HashSet<string> limited = new(StringComparer.Ordinal);
    private readonly HashSet<(string User, string Group)> limitedMembers = [];

    internal Holdings(AccountFacts facts, HubFactory factory, ResourceRights resources, StatementBinder binder, GraphDraft draft, ActionTable table)
    {
        (this.facts, this.factory, this.resources, this.binder, this.draft) = (facts, factory, resources, binder, draft);
        (assume, decrypt, everything, guardrails) = (table.Find("sts:AssumeRole"), IndexSet.Of([table.Find("kms:Decrypt")]), table.All, new(table));
        groups = facts.Groups.ToDictionary(group => group.Name, StringComparer.Ordinal);
    }

    internal void Add()
    {
        foreach (Principal role in facts.Roles)
        {
            Hold(role.Key, role, role.Statements, DeniesOf(role), KeptFrom(role), LimitsOf(role), role.UnreadBoundary);
        }

        foreach (Principal group in facts.Groups)
        {
            Hold(group.Key, null, group.Statements.Where(held => !held.Statement.DependsOnHolder), DeniesOf(group), KeptFrom(group), LimitsOf(group), []);
        }

        foreach (Principal user in facts.Users)
        {
            Hold(user.Key, user, user.Statements, DeniesOf(user), KeptFrom(user), LimitsOf(user), user.UnreadBoundary);
            foreach ((Principal group, Support membership) in GroupsOf(user))
            {
                Member(user, group, membership);
            }
        }
    }

    /// <summary>Every Deny that counts for a principal: its own, its groups', its boundary's and its organisation's.</summary>
    internal List<BoundStatement> DeniesOf(Principal principal)
    {
        if (!denies.TryGetValue(principal, out List<BoundStatement>? known))
        {
            RequestContext? bindTo = principal.Kind == PrincipalKind.Group ? null : principal.Context;
            known = [.. AllStatements(principal).Select(held => held.Statement).Concat(principal.BoundaryStatements ?? []).Concat(OrganizationOf(principal).SelectMany(level => level)).Where(statement => !statement.Statement.IsAllow && !statement.IsOfRegions).SelectMany(statement => binder.Bind(statement, bindTo)).DistinctBy(deny => deny.Text)];
            denies.Add(principal, known);
        }

        return known;
    }

    /// <summary>What is denied it outside of some regions.</summary>
    private ImmutableArray<BoundStatement> OutsideRegions(Principal principal)
    {
        if (!regions.TryGetValue(principal, out ImmutableArray<BoundStatement> known))
        {
            RequestContext? bindTo = principal.Kind == PrincipalKind.Group ? null : principal.Context;
            known = [.. AllStatements(principal).Select(held => held.Statement).Concat(principal.BoundaryStatements ?? []).Concat(OrganizationOf(principal).SelectMany(level => level)).Where(statement => statement.IsOfRegions).SelectMany(statement => binder.Bind(statement, bindTo)).DistinctBy(deny => deny.Text)];
            regions.Add(principal, known);
        }

        return known;
    }

    private List<BoundStatement> AllDeniesOf(Principal principal) => OutsideRegions(principal) is { IsEmpty: false } outside ? [.. DeniesOf(principal), .. outside] : DeniesOf(principal);

    /// <summary>What the policies of single resources, and what is denied outside of some regions, keep from a principal whatever its own say, as Deny statements.</summary>
    internal List<BoundStatement> KeptFrom(Principal principal)
    {
        if (!unread.TryGetValue(principal, out List<BoundStatement>? known))
        {
            Said said = resources.To(principal);
            unread.Add(principal, known = [.. said.Denies.Concat(said.Kept).Concat(OutsideRegions(principal)).DistinctBy(deny => deny.Text)]);
            known.AddRange(Undeciphered(principal, said));
        }

        return known;
    }

    /// <summary>What they keep from what they let the principal do themselves.</summary>
    internal List<BoundStatement> KeptFromGuests(Principal principal)
    {
        HashSet<BoundStatement> left = [.. resources.To(principal).Kept];
        return [.. KeptFrom(principal).Where(deny => !left.Contains(deny))];
    }

    /// <summary>Objects that are encrypted with a key which the principal may not, or not always, use.</summary>
    private BoundStatement[] Undeciphered(Principal principal, Said said)
    {
        if (!resources.Encrypts)
        {
            return [];
        }

        IEnumerable<Grant> own = GrantsOf(principal, decrypt).SelectMany(held => DenySubtraction.Without(held.Grant, KeptFrom(principal)));
        IEnumerable<Grant> Given(IEnumerable<BoundStatement> allows, IEnumerable<Limit> within) =>
            Limited([.. allows.Where(allow => allow.Source.Actions.Intersects(decrypt)).SelectMany(allow => DenySubtraction.GrantsOf(allow, [.. AllDeniesOf(principal), .. said.Denies]))], [.. within]);
        Grant[] sure = [.. own.Concat(Given(said.Direct.Concat(said.ToAll), LimitsOf(principal).Where(limit => !limit.IsBoundary))).Concat(Given(said.ByRole, LimitsOf(principal))).Where(grant => grant.Actions.Intersects(decrypt) && grant.Window.IsAlways)];
        return [.. resources.Undeciphered(key => principal.UnreadBoundary.IsEmpty && sure.Any(grant => grant.On(key) is { IsEmpty: true }))];
    }

    /// <summary>What leaves nothing beyond itself to a principal.</summary>
    internal ImmutableArray<Limit> LimitsOf(Principal principal)
    {
        if (!limits.TryGetValue(principal, out ImmutableArray<Limit> known))
        {
            RequestContext? bindTo = principal.Kind == PrincipalKind.Group ? null : principal.Context;
            Limit Of(IEnumerable<CompiledStatement> statements, bool isBoundary) => new([.. statements.Where(statement => statement.Statement.IsAllow).SelectMany(statement => binder.Bind(statement, bindTo))], isBoundary);
            known = [.. OrganizationOf(principal).Select(level => Of(level, isBoundary: false)).Concat(principal.BoundaryStatements is { } boundary ? [Of(boundary, isBoundary: true)] : []).Where(limit => !limit.IsOpen)];
            limits.Add(principal, known);
        }

        return known;
    }

    /// <summary>What a principal may do of some actions, from all its policies and its groups', each with what ties it to the principal.</summary>
    internal IEnumerable<(Grant Grant, ImmutableArray<Support> Ties)> GrantsOf(Principal principal, IndexSet actions)
    {
        RequestContext? bindTo = principal.Kind == PrincipalKind.Group ? null : principal.Context;
        foreach (HeldStatement held in AllStatements(principal).Where(held => held.Statement.Statement.IsAllow && held.Statement.Actions.Intersects(actions)))
        {
            foreach (Grant grant in Limited(DenySubtraction.GrantsOf(binder.Bind(held.Statement, bindTo), AllDeniesOf(principal)), LimitsOf(principal)).Where(grant => grant.Actions.Intersects(actions)))
            {
                yield return (grant with { Conditions = principal.Met(grant.Conditions) }, held.Ties);
            }
        }
    }

    /// <summary>What each statement leaves a user or role, with what ties it there; the same objects for all who are left the same.</summary>
    internal IEnumerable<(ImmutableArray<Grant> Grants, ImmutableArray<Support> Ties)> SharedGrantsOf(Principal principal) =>
        AllStatements(principal).Where(held => held.Statement.Statement.IsAllow).Select(held => (Left(held.Statement, principal, AllDeniesOf(principal), LimitsOf(principal)).Grants, held.Ties));

    /// <summary>What one statement gives a principal, after its Deny statements.</summary>
    internal ImmutableArray<HeldHub> HubsOf(CompiledStatement statement, Principal principal) => HubsOf(statement, principal, DeniesOf(principal), KeptFrom(principal), LimitsOf(principal));

    /// <summary>What one statement gives a principal that has no boundary any more.</summary>
    internal ImmutableArray<HeldHub> HubsWithoutBoundary(CompiledStatement statement, Principal principal)
    {
        HashSet<string> boundary = [.. (principal.BoundaryStatements ?? []).SelectMany(deny => binder.Bind(deny, principal.Context)).Select(deny => deny.Text)];
        return HubsOf(statement, principal, [.. DeniesOf(principal).Where(deny => !boundary.Contains(deny.Text))], [.. KeptFrom(principal).Where(deny => !boundary.Contains(deny.Text))], [.. LimitsOf(principal).Where(limit => !limit.IsBoundary)]);
    }

    /// <summary>It may do everything in the account, always: no technique adds anything.</summary>
    internal bool Administers(Principal principal) => principal.UnreadBoundary.IsEmpty && AllowsOf(principal).Where(statement => statement.Actions.Equals(everything) && (principal.Kind != PrincipalKind.Group || !statement.DependsOnHolder))
        .SelectMany(statement => HubsOf(statement, principal.Kind == PrincipalKind.Group ? null : principal, DeniesOf(principal), KeptFrom(principal), LimitsOf(principal)))
        .Any(held => held.Hub.Administered is { IsEmpty: true } && held is { Conditions.IsEmpty: true, Window.IsAlways: true });

    /// <summary>The Allow statements of a principal and its groups.</summary>
    internal IEnumerable<CompiledStatement> AllowsOf(Principal principal) => AllStatements(principal).Select(held => held.Statement).Where(statement => statement.Statement.IsAllow);

    /// <summary>The groups that the user has all of, not limited by a Deny of its own.</summary>
    internal IEnumerable<Principal> WholeGroupsOf(Principal user) => GroupsOf(user).Select(pair => pair.Group).Where(group => !limitedMembers.Contains((user.Key, group.Key)));

    /// <summary>Null when a Deny of the caller always keeps it from assuming the role; else the conditions under which none does.</summary>
    internal ImmutableArray<Condition>? DenialOf(Principal caller, Principal role)
    {
        BoundStatement[] denying = [.. DeniesOf(caller).Concat(KeptFrom(caller)).Where(deny => deny.Source.Actions.Contains(assume) && deny.Reach.Covers(role.ArnPattern))];
        return denying.Any(deny => deny.Unless is null) ? null : ConditionSets.Sorted(denying.Select(deny => deny.Unless!));
    }

    /// <summary>Null when some limit never lets the caller assume the role; else the conditions under which all do. A trust that names a user, or a session, reaches past a boundary.</summary>
    internal ImmutableArray<Condition>? LimitOf(Principal caller, Principal role, bool pastBoundary)
    {
        ImmutableArray<Condition> all = [];
        foreach (Limit limit in LimitsOf(caller).Where(limit => !pastBoundary || !limit.IsBoundary))
        {
            ImmutableArray<Condition>[] allowed = [.. limit.Allows.Where(allow => allow.Source.Actions.Contains(assume) && allow.Patterns.Any(pattern => pattern.Covers(role.ArnPattern)) != allow.IsNot)
                .Select(allow => ConditionSets.Union(allow.Conditions, Stretch.Condition(allow.Terms.Window)))];
            if (allowed.Length == 0)
            {
                return null;
            }

            all = ConditionSets.Union(all, allowed.MinBy(conditions => conditions.Length));
        }

        return all;
    }

    /// <summary>What a statement gives the root user: no policy of its own binds it, but its organisation's do.</summary>
    internal ImmutableArray<HeldHub> HubsOfRoot(CompiledStatement statement, Principal root) => HubsOf(statement, root, DeniesOf(root), KeptFrom(root), LimitsOf(root));

    /// <summary>An organisation's policies bind every principal of its member accounts but roles of services.</summary>
    private ImmutableArray<ImmutableArray<CompiledStatement>> OrganizationOf(Principal principal) =>
        principal.Path?.StartsWith("/aws-service-role/", StringComparison.Ordinal) == true ? [] : facts.Organization?.Statements ?? [];

    private IEnumerable<HeldStatement> AllStatements(Principal principal) => principal.Kind != PrincipalKind.User
        ? principal.Statements
        : principal.Statements.Concat(GroupsOf(principal).SelectMany(group => group.Group.Statements.Select(held => held with { Ties = [.. held.Ties, group.Membership] })));

    private IEnumerable<(Principal Group, Support Membership)> GroupsOf(Principal user)
    {
        int index = 0;
        foreach (System.Text.Json.JsonElement name in user.Content.List("GroupList"))
        {
            string pointer = $"/GroupList/{index++}";
            if (name.GetString() is { } text && groups.TryGetValue(text, out Principal? group))
            {
                yield return (group, new Support(user.Fact, null, $"{user.Name} is a member of {group.Name}", pointer));
            }
        }
    }

    /// <summary>A member with a boundary, or whom other Deny statements keep from what the group gives, is a member of the group as it is left for such members.</summary>
    private void Member(Principal user, Principal group, Support membership)
    {
        List<BoundStatement> ofUser = [.. DeniesOf(user), .. KeptFrom(user)], ofGroup = [.. DeniesOf(group), .. KeptFrom(group)];
        HeldStatement[] given = [.. group.Statements.Where(held => held.Statement.Statement.IsAllow && !held.Statement.DependsOnHolder)];
        BoundStatement[] Others(List<BoundStatement> denies, List<BoundStatement> than)
        {
            HashSet<string> known = [.. than.Select(deny => deny.Text)];
            return [.. denies.Where(deny => !known.Contains(deny.Text) && given.Any(held => Touches(deny, held.Statement)))];
        }

        BoundStatement[] extra = Others(ofUser, ofGroup), less = Others(ofGroup, ofUser);
        string[] within = given.Length == 0 ? [] : [.. LimitsOf(user).Select(limit => limit.Text)], before = given.Length == 0 ? [] : [.. LimitsOf(group).Select(limit => limit.Text)];
        string key = group.Key;
        if (extra.Length > 0 || less.Length > 0 || !within.SequenceEqual(before))
        {
            limitedMembers.Add((user.Key, group.Key));
            string[] texts = [.. extra.Select(deny => deny.Text).Order(StringComparer.Ordinal), .. within.Except(before).Select(text => "within " + text), .. less.Select(deny => "without " + deny.Text).Order(StringComparer.Ordinal), .. before.Except(within).Select(text => "beyond " + text)];
            key = $"{group.Key}#limited:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts))).AsSpan(0, 8))}";
            string[] by = [.. extra.Select(deny => deny.Source.Title).Concat(within.Except(before).Any() ? ["its boundary"] : []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(3)];
            draft.Node(group.Fact, key, NodeKinds.Group, by.Length > 0 ? $"{group.Name} (limited by {string.Join("; ", by)})" : $"{group.Name} (for such members)", 1, (PropertyNames.Scope, facts.Scope), ("limitedFrom", group.Key));
            if (limited.Add(key))
            {
                Hold(key, null, given, DeniesOf(user), KeptFrom(user), LimitsOf(user), []);
            }
        }

        draft.Edge(new(EdgeKind.MemberOf, user.Key, key, ConditionSets.CertaintyOf(user.UnreadBoundary)) { Conditions = user.UnreadBoundary }, [membership, .. extra.Select(deny => deny.Source.Support(" limits it"))]);
        Hold(user.Key, user, group.Statements.Where(held => held.Statement.DependsOnHolder).Select(held => held with { Ties = [.. held.Ties, membership] }), DeniesOf(user), KeptFrom(user), LimitsOf(user), user.UnreadBoundary);
    }

    private bool Touches(BoundStatement deny, CompiledStatement statement) =>
        deny.Source.Actions.Intersects(statement.Actions) && binder.Bind(statement, null).Any(allow => allow.IsNot || allow.Patterns.Any(deny.Reach.Touches));

    private void Hold(string holder, Principal? bindTo, IEnumerable<HeldStatement> statements, List<BoundStatement> denying, List<BoundStatement> kept, ImmutableArray<Limit> within, ImmutableArray<Condition> boundary)
    {
        foreach (HeldStatement held in statements.Where(held => held.Statement.Statement.IsAllow))
        {
            foreach (HeldHub hub in HubsOf(held.Statement, bindTo, denying, kept, within))
            {
                Support support = held.Statement.Support(": " + hub.What);
                if (hub.Hub.Origin is null || Before(support, hub.Hub.Origin))
                {
                    hub.Hub.Origin = support;
                }

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
            made.Add(key, left = (Limited(DenySubtraction.GrantsOf(allows, relevant), within), []));
        }

        return left;
    }

    private static ImmutableArray<Grant> Limited(ImmutableArray<Grant> grants, ImmutableArray<Limit> within) => within.Aggregate(grants, (left, limit) => limit.Of(left));

    /// <summary>The least of several statements, so that which one comes first does not matter.</summary>
    internal static bool Before(Support left, Support right)
    {
        int order = string.CompareOrdinal(left.Fact!.Value.Dataset, right.Fact!.Value.Dataset);
        order = order != 0 ? order : string.CompareOrdinal(left.Fact!.Value.Key, right.Fact!.Value.Key);
        order = order != 0 ? order : string.CompareOrdinal(left.Locator, right.Locator);
        return (order != 0 ? order : string.CompareOrdinal(left.Statement, right.Statement)) < 0;
    }
}
