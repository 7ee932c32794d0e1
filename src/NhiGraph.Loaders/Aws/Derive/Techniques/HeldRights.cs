using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive.Techniques;

/// <summary>What one principal may do of all that techniques ask. Of rights that say the same, only as many are kept as an answer needs: one that always holds on everything stands for all.</summary>
internal sealed class HeldRights(IReadOnlyList<(Grant Grant, ImmutableArray<Support> Ties)> grants, ActionTable table, HubFactory factory)
{
    /// <summary>So many conditional ways to one permission are told apart.</summary>
    private const int Ways = 4;

    private readonly IndexSet all = grants.Aggregate(IndexSet.Empty, (set, grant) => set.Or(grant.Grant.Actions));
    private readonly Dictionary<string, Right[]> rights = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Right[]> anywhere = new(StringComparer.Ordinal);

    internal bool Any => grants.Count > 0;

    internal bool Has(string action) => all.Contains(table.Find(action));

    /// <summary>Every right to the action, each with what it holds on.</summary>
    internal Right[] Of(string action)
    {
        if (!rights.TryGetValue(action, out Right[]? known))
        {
            int index = table.Find(action);
            Right[] found = [.. grants.Where(grant => grant.Grant.Actions.Contains(index)).Select(grant => new Right(grant.Grant, ConditionSets.Union(grant.Grant.Conditions, Whole(grant.Grant, index)), grant.Ties))];
            rights.Add(action, known = Array.Find(found, right => right.IsPlain) is { } plain ? [plain] : found);
        }

        return known;
    }

    /// <summary>Rights to the action on something of what it acts on in this account; those without conditions where there are any.</summary>
    internal Right[] Anywhere(string action)
    {
        if (!anywhere.TryGetValue(action, out Right[]? known))
        {
            Right[] working = [.. Working(action)];
            Right[] free = [.. working.Where(right => right is { Conditions.IsEmpty: true, Grant.Window.IsAlways: true }).Take(1)];
            anywhere.Add(action, known = free.Length > 0 ? free : [.. working.OrderBy(right => right.Conditions.Length).Take(Ways)]);
        }

        return known;
    }

    /// <summary>Every right to the action that is over something of what it acts on in this account.</summary>
    internal IEnumerable<Right> Working(string action) => Of(action).Where(right => Works(right.Grant, action));

    private bool Works(Grant grant, string action) => table.Actions[table.Find(action)].Types.Any(kind =>
        factory.FormOf(kind) is { } form ? grant.Includes.Any(include => include.Overlaps(form) && !grant.Exclusions.Any(exclusion => exclusion.Covers(include) || exclusion.Covers(form))) : grant.Includes is [{ IsEverything: true }] && !grant.Exclusions.Any(exclusion => exclusion.CoversServices()));

    /// <summary>What an action that is never asked of a resource hangs on.</summary>
    private ImmutableArray<Condition> Whole(Grant grant, int action) => table.Actions[action].Types.All(kind => table.Kinds[kind].IsService)
        ? ConditionSets.Sorted(grant.Lowered.Where(part => part.Of.CoversServices()).Select(part => part.Unless)) : [];
}
