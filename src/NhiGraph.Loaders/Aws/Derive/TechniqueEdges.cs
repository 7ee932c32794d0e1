using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>Finds who has all permissions of a technique, and the roles that it gives: a hub for each set of role patterns, shared by all who may pass those roles.</summary>
internal sealed class TechniqueEdges(AccountFacts facts, ActionTable table, HubFactory factory, Holdings holdings, GraphDraft draft)
{
    private readonly Dictionary<string, Hub?> hubs = new(StringComparer.Ordinal);

    private sealed record Right(Grant Grant, ImmutableArray<Condition> Conditions, ImmutableArray<Support> Ties)
    {
        internal IEnumerable<Support> Supports(string action) => [Grant.Source.Support(": " + action), .. Ties];
    }

    internal void Add(Technique technique, IReadOnlyList<Trust> trusts)
    {
        Trust[] open = [.. trusts.Where(trust => trust.Form == TrustForm.Service && trust.Value == technique.Service && !IsReserved(trust.Role))];
        if (open.Length == 0)
        {
            return;
        }

        var interest = IndexSet.Of(technique.Calls.SelectMany(call => call).Select(table.Find));
        foreach (Principal principal in facts.Principals)
        {
            (Grant Grant, ImmutableArray<Support> Ties)[] grants = [.. holdings.GrantsOf(principal, interest)];
            if (grants.Length > 0)
            {
                Add(technique, open, principal, grants);
            }
        }
    }

    /// <summary>Roles of services can be passed by the service alone.</summary>
    private static bool IsReserved(Principal role) =>
        role.Path is { } path && (path.StartsWith("/aws-service-role/", StringComparison.Ordinal) || path.StartsWith("/aws-reserved/", StringComparison.Ordinal));

    private void Add(Technique technique, Trust[] open, Principal principal, (Grant Grant, ImmutableArray<Support> Ties)[] grants)
    {
        Right[] Allowed(string action) => [.. grants.Where(grant => grant.Grant.Actions.Contains(table.Find(action)) && Works(grant.Grant, action)).Select(grant => new Right(grant.Grant, grant.Grant.Conditions, grant.Ties))];
        foreach (Right pass in Passing(technique, Allowed(technique.Pass)))
        {
            // One alternative for each way to combine statements: the first call's other permissions, and the later calls'.
            List<(ImmutableArray<Condition> Conditions, ImmutableArray<Support> Supports)> ways = [(pass.Conditions, [.. pass.Supports(technique.Pass)])];
            foreach (string action in technique.Calls[0].Where(action => action != technique.Pass))
            {
                ways = [.. ways.SelectMany(way => Allowed(action).Select(right => (ConditionSets.Union(way.Conditions, right.Conditions), way.Supports.AddRange(right.Supports(action)))))];
            }

            foreach (string action in technique.Calls.Skip(1).SelectMany(call => call))
            {
                ways = [.. ways.SelectMany(way => Later(technique, action, Allowed(action), way))];
            }

            Hub? hub = ways.Count > 0 ? HubOf(technique, pass.Grant, open) : null;
            foreach ((ImmutableArray<Condition> conditions, ImmutableArray<Support> supports) in hub is null ? [] : ways)
            {
                draft.Node(pass.Grant.Source.Fact, hub!.Key, NodeKinds.Entitlement, $"{technique.Title.ToLowerInvariant()}: {hub.IncludeText}", 1,
                    (PropertyNames.Capability, Capability.Impersonate.Text()), (PropertyNames.Target, hub.IncludeText), (PropertyNames.Scope, facts.Scope), ("technique", technique.Id));
                Hold(principal, hub, ConditionSets.Union(conditions, principal.Boundary), supports);
            }
        }
    }

    /// <summary>The right must reach something of what the action acts on in this account.</summary>
    private bool Works(Grant grant, string action) => table.Actions[table.Find(action)].Types.Any(kind =>
        factory.FormOf(kind) is { } form ? grant.Includes.Any(include => include.Overlaps(form) && !grant.Exclusions.Any(exclusion => exclusion.Covers(include) || exclusion.Covers(form))) : grant.IsUnlimited);

    /// <summary>Rights to pass roles to the service: a condition on the service passed to is met by being that service, or never.</summary>
    private static IEnumerable<Right> Passing(Technique technique, Right[] rights)
    {
        foreach (Right right in rights)
        {
            PolicyCondition[] passedTo = [.. right.Grant.Source.Statement.Conditions.Where(condition => condition.IsKey("iam:PassedToService") && condition.Comparison is "StringEquals" or "StringLike" or "StringEqualsIgnoreCase" && condition.IsKey("iam:PassedToService"))];
            if (passedTo.All(condition => condition.Values.Any(value => condition.Comparison == "StringLike" ? Glob.Matches(value, technique.Service) : value.Equals(technique.Service, StringComparison.OrdinalIgnoreCase))))
            {
                Condition[] met = [.. passedTo.Select(ConditionSets.Of)];
                yield return right with { Conditions = [.. right.Conditions.Where(condition => !met.Contains(condition))] };
            }
        }
    }

    /// <summary>A later call: the principal's own right, or else somebody must make it.</summary>
    private static IEnumerable<(ImmutableArray<Condition>, ImmutableArray<Support>)> Later(Technique technique, string action, Right[] rights, (ImmutableArray<Condition> Conditions, ImmutableArray<Support> Supports) way)
    {
        Right[] free = [.. rights.Where(right => right.Conditions.IsEmpty)];
        if (free.Length > 0)
        {
            return free.Select(right => (way.Conditions, way.Supports.AddRange(right.Supports(action))));
        }

        Condition needed = ConditionSets.Make(action, "Call", [], technique.OtherCall);
        return [(ConditionSets.Union(way.Conditions, [needed]), way.Supports)];
    }

    /// <summary>One hub for each set of role patterns, with the roles that it gives; null where it gives none.</summary>
    private Hub? HubOf(Technique technique, Grant pass, Trust[] open)
    {
        string text = $"{string.Join(',', pass.Includes.Select(include => include.Text))}{string.Concat(pass.Exclusions.Select(exclusion => "-" + exclusion.Text))}{string.Concat(pass.Lowered.Select(part => "~" + part.Text))}";
        if (hubs.TryGetValue(technique.Id + text, out Hub? known))
        {
            return known;
        }

        (Trust Trust, ImmutableArray<Condition> Lowered)[] roles = [.. open.Select(trust => (trust, Resources.On(pass.Includes, pass.Exclusions, pass.Lowered, trust.Role.ArnPattern)))
            .Where(pair => pair.Item2 is not null).Select(pair => (pair.trust, pair.Item2!.Value))];
        Hub? hub = roles.Length == 0 ? null : factory.Make(Capability.Impersonate, "/" + technique.Id, text, IndexSet.Of([table.Role]), false, pass.Includes, pass.Exclusions, pass.Lowered, null);
        hubs.Add(technique.Id + text, hub);
        foreach ((Trust trust, ImmutableArray<Condition> lowered) in roles)
        {
            ImmutableArray<Condition> conditions = ConditionSets.Union(trust.Conditions, lowered);
            draft.Edge(new(EdgeKind.Yields, hub!.Key, trust.Role.Key, ConditionSets.CertaintyOf(conditions)) { Conditions = conditions, Technique = technique.Id }, trust.Support);
        }

        return hub;
    }

    private void Hold(Principal principal, Hub hub, ImmutableArray<Condition> conditions, ImmutableArray<Support> supports) =>
        draft.Edge(new(EdgeKind.Holds, principal.Key, hub.Key, ConditionSets.CertaintyOf(conditions)) { Conditions = conditions, Assumptions = AwsAssumptions.OnRights }, supports);
}
