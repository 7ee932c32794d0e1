using System.Collections.Immutable;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>What a permissions boundary, or the policies of one level of an organisation, allow together: nothing beyond it is allowed, and nothing by it alone. Its Deny statements count with the holder's own.</summary>
/// <param name="IsBoundary">A boundary; a resource that names a user, or a session, lets it in whatever the boundary leaves out.</param>
internal sealed record Limit(ImmutableArray<BoundStatement> Allows, bool IsBoundary)
{
    /// <summary>What tells two limits apart.</summary>
    internal string Text => field ??= string.Join('\n', Allows.Select(allow => allow.Text));

    /// <summary>It lets everything through.</summary>
    internal bool IsOpen => Allows.Any(allow => allow is { Kept.IsEmpty: true, Unknown.IsEmpty: true, Patterns: [{ IsEverything: true }] } && allow.Terms is { Conditions.IsEmpty: true, Window.IsAlways: true } && allow.Source.Actions.Equals(ActionTable.Instance.All));

    /// <summary>The common part of each grant with each statement. Exact: where patterns neither contain each other nor lie apart, what is outside of the limit is an exclusion.</summary>
    internal ImmutableArray<Grant> Of(ImmutableArray<Grant> grants) =>
        [.. grants.SelectMany(grant => Allows.Select(allow => Common(grant, allow)).OfType<Grant>()).DistinctBy(Key)];

    /// <summary>What all limits leave of some grants.</summary>
    internal static ImmutableArray<Grant> All(ImmutableArray<Grant> grants, ImmutableArray<Limit> within) => within.Aggregate(grants, (left, limit) => limit.Of(left));

    private static Grant? Common(Grant grant, BoundStatement allow)
    {
        IndexSet actions = grant.Actions.And(allow.Source.Actions);
        if (actions.IsEmpty || allow.Patterns.IsEmpty)
        {
            return null;
        }

        Grant common = grant with
        {
            Actions = actions,
            Conditions = ConditionSets.Union(grant.Conditions, allow.Conditions),
            Window = grant.Window.And(allow.Terms.Window),
        };
        Grant? named = Narrower(grant.Includes, allow.Patterns) is not { } narrower ? DenySubtraction.Removed(common, Exclusion.AllBut(allow.Patterns))
            : narrower.IsEmpty ? null
            : common with { Includes = narrower };
        return named is null ? null : DenySubtraction.About(allow, named);
    }

    /// <summary>The narrower of each two patterns; null where some two overlap and neither contains the other.</summary>
    internal static ImmutableArray<ArnPattern>? Narrower(ImmutableArray<ArnPattern> some, ImmutableArray<ArnPattern> others)
    {
        var narrower = new HashSet<ArnPattern>();
        foreach (ArnPattern one in some)
        {
            foreach (ArnPattern other in others)
            {
                if (other.Covers(one))
                {
                    narrower.Add(one);
                }
                else if (one.Covers(other))
                {
                    narrower.Add(other);
                }
                else if (one.Overlaps(other))
                {
                    return null;
                }
            }
        }

        return [.. narrower.Where(pattern => !narrower.Any(other => !other.Equals(pattern) && other.Covers(pattern))).Order()];
    }

    private static string Key(Grant grant) =>
        $"{string.Join(',', grant.Actions.Members())}@{string.Join(',', grant.Includes.Select(include => include.Text))}{string.Concat(grant.Exclusions.Select(exclusion => "-" + exclusion.Text))}{string.Concat(grant.Lowered.Select(part => "~" + part.Text))}?{string.Join('\n', grant.Conditions)}{grant.Window}";
}
