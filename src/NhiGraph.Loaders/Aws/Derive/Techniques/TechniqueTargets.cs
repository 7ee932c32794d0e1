using System.Collections.Immutable;
using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive.Techniques;

/// <summary>The users, roles and groups that the rights of a technique reach. A right that names its targets is looked up, others are compared with each that begins as the pattern does.</summary>
internal sealed class TechniqueTargets
{
    private readonly ILookup<string, Principal> groupMembers;
    private readonly Dictionary<string, Principal> groups;
    private readonly Dictionary<Principal, (string Arn, ArnPattern Pattern)[]> policiesOf = [];
    private readonly ILookup<string, Principal> holdersOf;
    private readonly PrincipalIndex users;
    private readonly PrincipalIndex roles;
    private readonly PrincipalIndex groupIndex;
    private readonly (string Arn, ArnPattern Pattern)[] policies;

    internal TechniqueTargets(AccountFacts facts)
    {
        users = new(facts.Users);
        roles = new(facts.Roles.Where(role => !IsReserved(role)));
        groupIndex = new(facts.Groups);
        groups = facts.Groups.ToDictionary(group => group.Name, StringComparer.Ordinal);
        groupMembers = facts.Users.SelectMany(user => GroupNames(user).Select(name => (name, user))).ToLookup(pair => pair.name, pair => pair.user, StringComparer.Ordinal);
        policies = [.. facts.Policies.Keys.Where(arn => !arn.Contains(":iam::aws:", StringComparison.Ordinal)).Select(arn => (arn, ArnPattern.Parse(arn)))];
        Dictionary<string, (string, ArnPattern)> known = policies.ToDictionary(policy => policy.Arn, StringComparer.Ordinal);
        foreach (Principal principal in facts.Users.Concat(facts.Roles))
        {
            IEnumerable<Principal> all = GroupNames(principal).Where(groups.ContainsKey).Select(name => groups[name]).Prepend(principal);
            policiesOf.Add(principal, [.. all.SelectMany(holder => holder.Content.List("AttachedManagedPolicies")).Select(policy => policy.Text("PolicyArn")).OfType<string>().Distinct(StringComparer.Ordinal).Where(known.ContainsKey).Select(arn => known[arn])]);
        }

        holdersOf = policiesOf.SelectMany(pair => pair.Value.Select(policy => (policy.Arn, pair.Key))).ToLookup(pair => pair.Arn, pair => pair.Key, StringComparer.Ordinal);
    }

    /// <summary>Roles of services and of Identity Center: nobody else hands them over or changes them.</summary>
    internal static bool IsReserved(Principal role) =>
        role.Path is { } path && (path.StartsWith("/aws-service-role/", StringComparison.Ordinal) || path.StartsWith("/aws-reserved/", StringComparison.Ordinal));

    /// <summary>What all of the rights reach, each once and in order, with the conditions that Deny statements leave.</summary>
    internal IEnumerable<(Principal Target, ImmutableArray<Condition> Conditions)> Reached(TechniqueTarget kind, ImmutableArray<(PermissionScope Scope, Grant Grant)> rights)
    {
        IEnumerable<Principal> candidates = rights[0].Scope switch
        {
            PermissionScope.PolicyOfTarget => policies.Where(policy => Reaches(rights[0].Grant, policy.Pattern) is not null).SelectMany(policy => holdersOf[policy.Arn]),
            PermissionScope.GroupOfTarget => groupIndex.Beginning(rights[0].Grant.Includes).Where(group => Reaches(rights[0].Grant, group.ArnPattern) is not null).SelectMany(group => groupMembers[group.Name]),
            _ => kind switch
            {
                TechniqueTarget.Group => groupIndex.Beginning(rights[0].Grant.Includes),
                TechniqueTarget.User => users.Beginning(rights[0].Grant.Includes),
                TechniqueTarget.Role => roles.Beginning(rights[0].Grant.Includes),
                _ => users.Beginning(rights[0].Grant.Includes).Concat(roles.Beginning(rights[0].Grant.Includes)),
            },
        };
        foreach (Principal target in candidates.Where(target => IsOf(kind, target)).Distinct().OrderBy(target => target.Key, StringComparer.Ordinal))
        {
            if (On(target, rights) is { } conditions)
            {
                yield return (target, conditions);
            }
        }
    }

    /// <summary>Null where some right does not reach the target.</summary>
    internal ImmutableArray<Condition>? On(Principal target, ImmutableArray<(PermissionScope Scope, Grant Grant)> rights)
    {
        ImmutableArray<Condition> all = [];
        foreach ((PermissionScope scope, Grant grant) in rights)
        {
            IEnumerable<ArnPattern> things = scope switch
            {
                PermissionScope.PolicyOfTarget => policiesOf.GetValueOrDefault(target, []).Select(policy => policy.Pattern),
                PermissionScope.GroupOfTarget => GroupNames(target).Where(groups.ContainsKey).Select(name => groups[name].ArnPattern),
                _ => [target.ArnPattern],
            };
            ImmutableArray<Condition>[] reached = [.. things.Select(thing => Reaches(grant, thing)).OfType<ImmutableArray<Condition>>()];
            if (reached.Length == 0)
            {
                return null;
            }

            all = ConditionSets.Union(all, reached.MinBy(conditions => conditions.Length));
        }

        return all;
    }

    internal static bool IsOf(TechniqueTarget kind, Principal target) => kind switch
    {
        TechniqueTarget.User => target.Kind == PrincipalKind.User,
        TechniqueTarget.Group => target.Kind == PrincipalKind.Group,
        TechniqueTarget.Principal => target.Kind == PrincipalKind.User || (target.Kind == PrincipalKind.Role && !IsReserved(target)),
        _ => target.Kind == PrincipalKind.Role && !IsReserved(target),
    };

    private static ImmutableArray<Condition>? Reaches(Grant grant, ArnPattern arn) => Resources.On(grant.Includes, grant.Exclusions, grant.Lowered, arn);

    private static IEnumerable<string> GroupNames(Principal user) => user.Content.List("GroupList").Select(name => name.GetString()).OfType<string>();
}
