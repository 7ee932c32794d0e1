using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Derive.ResourcePolicies;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>What holds principals back, whatever their policies allow: Deny statements, boundaries, their organisation, policies of single resources.</summary>
internal sealed class Restraints(AccountFacts facts, Memberships memberships, ResourceRights resources, StatementBinder binder, ActionTable table)
{
    private readonly int assume = table.Find("sts:AssumeRole");
    private readonly IndexSet decrypt = IndexSet.Of([table.Find("kms:Decrypt")]);
    private readonly Dictionary<Principal, List<BoundStatement>> kept = [];
    private readonly Dictionary<Principal, List<BoundStatement>> denies = [];
    private readonly Dictionary<Principal, ImmutableArray<BoundStatement>> regions = [];
    private readonly Dictionary<Principal, ImmutableArray<Limit>> limits = [];

    /// <summary>Every Deny that counts for a principal: its own, its groups', its boundary's and its organisation's.</summary>
    internal List<BoundStatement> DeniesOf(Principal principal)
    {
        if (!denies.TryGetValue(principal, out List<BoundStatement>? known))
        {
            known = [.. Denying(principal, ofRegions: false)];
            denies.Add(principal, known);
        }

        return known;
    }

    /// <summary>What is denied it outside of some regions.</summary>
    private ImmutableArray<BoundStatement> OutsideRegions(Principal principal)
    {
        if (!regions.TryGetValue(principal, out ImmutableArray<BoundStatement> known))
        {
            known = [.. Denying(principal, ofRegions: true)];
            regions.Add(principal, known);
        }

        return known;
    }

    private IEnumerable<BoundStatement> Denying(Principal principal, bool ofRegions) =>
        memberships.StatementsOf(principal).Select(held => held.Statement).Concat(principal.BoundaryStatements ?? []).Concat(OrganizationOf(principal).SelectMany(level => level))
            .Where(statement => !statement.Statement.IsAllow && statement.IsOfRegions == ofRegions).SelectMany(statement => binder.Bind(statement, ContextOf(principal))).DistinctBy(deny => deny.Text);

    /// <summary>What is known of whoever holds a principal's statements: of the members of a group nothing.</summary>
    private static RequestContext? ContextOf(Principal principal) => principal.Kind == PrincipalKind.Group ? null : principal.Context;

    /// <summary>With what is denied it outside of some regions.</summary>
    internal List<BoundStatement> AllDeniesOf(Principal principal) => OutsideRegions(principal) is { IsEmpty: false } outside ? [.. DeniesOf(principal), .. outside] : DeniesOf(principal);

    /// <summary>What the policies of single resources, and what is denied outside of some regions, keep from a principal whatever its own say, as Deny statements.</summary>
    internal List<BoundStatement> KeptFrom(Principal principal)
    {
        if (!kept.TryGetValue(principal, out List<BoundStatement>? known))
        {
            Said said = resources.To(principal);
            kept.Add(principal, known = [.. said.Denies.Concat(said.Kept).Concat(OutsideRegions(principal)).DistinctBy(deny => deny.Text)]);
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
            Limit.All([.. allows.Where(allow => allow.Source.Actions.Intersects(decrypt)).SelectMany(allow => DenySubtraction.GrantsOf(allow, [.. AllDeniesOf(principal), .. said.Denies]))], [.. within]);
        Grant[] sure = [.. own.Concat(Given(said.Direct.Concat(said.ToAll), LimitsOf(principal).Where(limit => !limit.IsBoundary))).Concat(Given(said.ByRole, LimitsOf(principal))).Where(grant => grant.Actions.Intersects(decrypt) && grant.Window.IsAlways)];
        return [.. resources.Undeciphered(key => principal.UnreadBoundary.IsEmpty && sure.Any(grant => grant.On(key) is { IsEmpty: true }))];
    }

    /// <summary>What leaves nothing beyond itself to a principal.</summary>
    internal ImmutableArray<Limit> LimitsOf(Principal principal)
    {
        if (!limits.TryGetValue(principal, out ImmutableArray<Limit> known))
        {
            RequestContext? bindTo = ContextOf(principal);
            Limit Of(IEnumerable<CompiledStatement> statements, bool isBoundary) => new([.. statements.Where(statement => statement.Statement.IsAllow).SelectMany(statement => binder.Bind(statement, bindTo))], isBoundary);
            known = [.. OrganizationOf(principal).Select(level => Of(level, isBoundary: false)).Concat(principal.BoundaryStatements is { } boundary ? [Of(boundary, isBoundary: true)] : []).Where(limit => !limit.IsOpen)];
            limits.Add(principal, known);
        }

        return known;
    }

    /// <summary>What a principal may do of some actions, from all its policies and its groups', each with what ties it to the principal.</summary>
    internal IEnumerable<(Grant Grant, ImmutableArray<Support> Ties)> GrantsOf(Principal principal, IndexSet actions)
    {
        RequestContext? bindTo = ContextOf(principal);
        foreach (HeldStatement held in memberships.StatementsOf(principal).Where(held => held.Statement.Statement.IsAllow && held.Statement.Actions.Intersects(actions)))
        {
            foreach (Grant grant in Limit.All(DenySubtraction.GrantsOf(binder.Bind(held.Statement, bindTo), AllDeniesOf(principal)), LimitsOf(principal)).Where(grant => grant.Actions.Intersects(actions)))
            {
                yield return (grant with { Conditions = principal.Met(grant.Conditions) }, held.Ties);
            }
        }
    }

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
            ImmutableArray<Condition>[] allowed = [.. limit.Allows.Where(allow => allow.Source.Actions.Contains(assume) && allow.Reach.Covers(role.ArnPattern))
                .Select(allow => ConditionSets.Union(allow.Conditions, Stretch.Condition(allow.Terms.Window)))];
            if (allowed.Length == 0)
            {
                return null;
            }

            all = ConditionSets.Union(all, allowed.MinBy(conditions => conditions.Length));
        }

        return all;
    }

    /// <summary>An organisation's policies bind every principal of its member accounts but roles of services.</summary>
    private ImmutableArray<ImmutableArray<CompiledStatement>> OrganizationOf(Principal principal) =>
        principal.Path?.StartsWith("/aws-service-role/", StringComparison.Ordinal) == true ? [] : facts.Organization?.Statements ?? [];
}
