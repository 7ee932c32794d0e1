using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>Subtracts Deny statements from an Allow statement, action by action. What is left are grants of disjoint actions.</summary>
internal static class DenySubtraction
{
    /// <summary>Of all parts of an Allow statement.</summary>
    internal static ImmutableArray<Grant> GrantsOf(ImmutableArray<BoundStatement> allows, IReadOnlyList<BoundStatement> denies) =>
        allows is [var allow] ? GrantsOf(allow, denies) : [.. allows.SelectMany(one => GrantsOf(one, denies))];

    /// <returns>Sorted by their first action; empty when nothing is left.</returns>
    internal static ImmutableArray<Grant> GrantsOf(BoundStatement allow, IReadOnlyList<BoundStatement> denies)
    {
        Grant? whole = About(allow, new(allow.Source, allow.Source.Actions, allow.Patterns, [], [], allow.Conditions) { Window = allow.Terms.Window });
        return whole is null || whole.Actions.IsEmpty || whole.Includes.IsEmpty ? [] : Without(whole, denies);
    }

    /// <summary>What is left of a grant, sorted by the first action.</summary>
    internal static ImmutableArray<Grant> Without(Grant whole, IReadOnlyList<BoundStatement> denies)
    {
        List<Grant> left = whole.Actions.IsEmpty ? [] : [whole];
        foreach (BoundStatement deny in denies)
        {
            if (deny.Source.Actions.Intersects(whole.Actions))
            {
                left = [.. left.SelectMany(grant => Subtract(grant, deny))];
            }
        }

        return [.. left.OrderBy(grant => grant.Actions.Members().First())];
    }

    private static IEnumerable<Grant> Subtract(Grant grant, BoundStatement deny)
    {
        IndexSet denied = grant.Actions.And(deny.Source.Actions);
        Exclusion exclusion = deny.Reach;
        if (denied.IsEmpty || !grant.Includes.Any(exclusion.Touches))
        {
            return [grant];
        }

        Grant? rest = denied.Equals(grant.Actions) ? null : grant with { Actions = grant.Actions.Except(denied) };
        Grant? touched = deny.Unless is null ? Removed(grant with { Actions = denied }, exclusion) : Lowered(grant with { Actions = denied }, exclusion, deny);
        return rest is null ? touched is null ? [] : [touched] : touched is null ? [rest] : [rest, touched];
    }

    /// <summary>The grant without what is left out; null where nothing remains.</summary>
    internal static Grant? Removed(Grant grant, Exclusion exclusion)
    {
        ImmutableArray<ArnPattern> includes = [.. grant.Includes.Where(include => !exclusion.Covers(include))];
        return includes.IsEmpty ? null
            : includes.Any(exclusion.Touches) ? grant with { Includes = includes, Exclusions = [.. grant.Exclusions.Append(exclusion).Distinct().Order()] }
            : grant with { Includes = includes };
    }

    /// <summary>Of a grant of what the statement names, what it is about; null for nothing.</summary>
    internal static Grant? About(BoundStatement allow, Grant named) => allow.Kept.IsEmpty ? named : Removed(named, Exclusion.Of(allow.Kept));

    /// <summary>What two grants have in common, each of another policy that must allow it; null for nothing.</summary>
    internal static Grant? Common(Grant one, Grant other)
    {
        IndexSet actions = one.Actions.And(other.Actions);
        ImmutableArray<ArnPattern>? narrower = Limit.Narrower(one.Includes, other.Includes);
        if (actions.IsEmpty || narrower is { IsEmpty: true })
        {
            return null;
        }

        Grant? common = one with { Actions = actions, Includes = narrower ?? one.Includes, Exclusions = [], Lowered = [], Conditions = ConditionSets.Union(one.Conditions, other.Conditions), Window = one.Window.And(other.Window) };
        IEnumerable<Exclusion> outside = narrower is null ? [Exclusion.AllBut(other.Includes)] : [];
        foreach (Exclusion exclusion in one.Exclusions.Concat(other.Exclusions).Concat(outside))
        {
            common = common is null ? null : Removed(common, exclusion);
        }

        return common is null ? null : one.Lowered.Concat(other.Lowered).Aggregate(common, (left, part) => Lowered(left, part.Of, part.Unless));
    }

    private static Grant Lowered(Grant grant, Exclusion exclusion, BoundStatement deny) =>
        grant.Includes.All(exclusion.Covers) && deny is { Unknown.IsEmpty: true, Terms.Outside: { } outside }
            ? grant with { Window = grant.Window.And(outside) }
            : Lowered(grant, exclusion, deny.Unless!);

    private static Grant Lowered(Grant grant, Exclusion exclusion, Condition unless) =>
        grant.Includes.All(exclusion.Covers) ? grant with { Conditions = ConditionSets.Union(grant.Conditions, [unless]) }
            : grant.Includes.Any(exclusion.Touches) ? grant with { Lowered = [.. grant.Lowered.Append(new(exclusion, unless)).Distinct().Order()] }
            : grant;
}
