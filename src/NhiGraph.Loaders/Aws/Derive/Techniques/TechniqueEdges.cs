using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Derive.Workloads;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive.Techniques;

/// <summary>
/// Finds who has all permissions of a technique: a hub for each technique and what its permissions hold on, shared by all who have them. What depends on who the caller is (its own policies, a trust that names it) has a hub of its own.
/// </summary>
internal sealed class TechniqueEdges
{
    private static readonly Technique[] Taking = [.. Technique.All.Where(technique => technique.Gives is TechniqueGain.Identity or TechniqueGain.Group)];
    private static readonly Technique[] Widen = [.. Technique.All.Where(technique => technique.Gives is TechniqueGain.Anything or TechniqueGain.Unbounded)];

    private readonly AccountFacts facts;
    private readonly ActionTable table;
    private readonly HubFactory factory;
    private readonly Holdings holdings;
    private readonly Restraints restraints;
    private readonly GraphDraft draft;
    private readonly TechniqueHubs hubs;
    private readonly ILookup<string, Trust> named;
    private readonly HashSet<(string Group, string Hub, string Conditions)> heldByGroup = [];

    internal TechniqueEdges(AccountFacts facts, ActionTable table, HubFactory factory, Holdings holdings, Restraints restraints, IReadOnlyList<Trust> trusts, WorkloadIndex workloads, GraphDraft draft)
    {
        (this.facts, this.table, this.factory, this.holdings, this.restraints, this.draft) = (facts, table, factory, holdings, restraints, draft);
        named = trusts.Where(trust => trust.Form == TrustForm.Principal).ToLookup(trust => trust.Value, StringComparer.Ordinal);
        hubs = new(facts, table, factory, holdings, trusts, named, workloads, draft);
    }

    internal void Add()
    {
        var interest = IndexSet.Of(Technique.All.SelectMany(technique => technique.Calls).SelectMany(call => call).Select(table.Find).Distinct());
        foreach (Principal principal in facts.Groups.Concat(facts.Users).Concat(facts.Roles))
        {
            var rights = new HeldRights([.. restraints.GrantsOf(principal, interest)], table, factory);
            if (rights.Any && !holdings.Administers(principal))
            {
                Add(principal, rights);
            }
        }

        // Who administers the account can make itself every user and role of it.
        foreach (Hub administer in factory.OfAdministrators.ToArray())
        {
            Administer(administer);
        }
    }

    private void Administer(Hub administer)
    {
        foreach (Technique technique in Taking.Where(technique => technique.Target is TechniqueTarget.User or TechniqueTarget.Role && technique.Requires.All(requirement => requirement == TechniqueRequirement.NotDeniedToAssume)))
        {
            if (hubs.OfEverything(technique, administer.Origin!) is { } hub)
            {
                draft.Edge(new(EdgeKind.Includes, administer.Key, hub.Key, Certainty.Proved), administer.Origin!);
            }
        }
    }

    private void Add(Principal principal, HeldRights rights)
    {
        bool group = principal.Kind == PrincipalKind.Group;
        bool moves = rights.Of("sts:AssumeRole").Length > 0 || named[principal.Arn].Any();
        foreach (Technique technique in Taking.Where(technique => !group || (technique.Gives == TechniqueGain.Identity && !technique.Has(TechniqueRequirement.NotDeniedToAssume))))
        {
            moves |= Apply(technique, principal, rights, others: true);
        }

        foreach (Technique technique in group ? [] : Widen)
        {
            Apply(technique, principal, rights, others: moves || !technique.Has(TechniqueRequirement.ActsAsTarget));
        }
    }

    /// <param name="others">Not only what the caller does to itself: another's policies are of use to who can become that other.</param>
    private bool Apply(Technique technique, Principal principal, HeldRights rights, bool others)
    {
        if (!technique.Calls[0].All(rights.Has) || (technique.Gives == TechniqueGain.Group && principal.Kind != PrincipalKind.User))
        {
            return false;
        }

        bool any = false;
        foreach ((ImmutableArray<(string Action, Right Right)> over, string? service) in Over(technique, rights))
        {
            foreach (Hub hub in hubs.Of(technique, over, service, principal, others))
            {
                any |= Hold(technique, principal, rights, over, hub);
            }
        }

        return any;
    }

    /// <summary>Every way to combine the statements that say what the technique is done to; for roles that are passed, service by service.</summary>
    private static IEnumerable<(ImmutableArray<(string Action, Right Right)> Over, string? Service)> Over(Technique technique, HeldRights rights)
    {
        List<ImmutableArray<(string, Right)>> ways = [[]];
        foreach ((string action, PermissionScope scope) in technique.On)
        {
            Right[] on = scope == PermissionScope.Workload ? [.. rights.Working(action)] : rights.Of(action);
            ways = [.. ways.SelectMany(way => on.Select(right => way.Add((action, right))))];
        }

        if (!technique.PassesRole)
        {
            return ways.Select(way => (way, (string?)null));
        }

        return technique.Services.SelectMany(service => ways.Select(way => (Way: ServiceConditions.Met(way, service), service)).Where(pair => !pair.Way.IsDefault).Select(pair => (pair.Way, (string?)pair.service)));
    }

    private bool Hold(Technique technique, Principal principal, HeldRights rights, ImmutableArray<(string Action, Right Right)> over, Hub hub)
    {
        // One alternative for each way to combine statements: the first call's other permissions, and the later calls'.
        List<Way> ways =
            [over.Aggregate(new Way(Callers(technique, principal), [], Validity.Always), (way, one) => way.With(one.Right, one.Action))];
        foreach (string action in technique.Calls[0].Where(action => !technique.On.ContainsKey(action)))
        {
            ways = [.. ways.SelectMany(way => rights.Anywhere(action).Select(right => way.With(right, action)))];
        }

        foreach (string action in technique.Calls.Skip(1).SelectMany(call => call))
        {
            ways = [.. ways.SelectMany(way => Later(technique, action, rights.Anywhere(action), way))];
        }

        foreach (Way way in ways)
        {
            ImmutableArray<Condition> conditions = ConditionSets.Union(way.Conditions, principal.UnreadBoundary);
            string text = $"{string.Join('\n', conditions)} {way.Window.From} {way.Window.Until}";
            if (principal.Kind == PrincipalKind.Group)
            {
                heldByGroup.Add((principal.Key, hub.Key, text));
            }
            else if (principal.Kind == PrincipalKind.User && holdings.WholeGroupsOf(principal).Any(group => heldByGroup.Contains((group.Key, hub.Key, text))))
            {
                continue;
            }

            hubs.Node(technique, hub, way.Supports[0].Fact!.Value);
            draft.Edge(new(EdgeKind.Holds, principal.Key, hub.Key, ConditionSets.CertaintyOf(conditions)) { Conditions = conditions, Validity = way.Window, Assumptions = facts.OnRights }, way.Supports);
        }

        return ways.Count > 0;
    }

    /// <summary>What must be true of the caller that is not worked out: Deny statements of its own that touch what it gains.</summary>
    private ImmutableArray<Condition> Callers(Technique technique, Principal principal)
    {
        string? sentence = technique.Gives == TechniqueGain.Group && (restraints.DeniesOf(principal).Count > 0 || principal.BoundaryArn is not null) ? "no Deny of the caller and no boundary takes away what the group gives"
            : technique.Has(TechniqueRequirement.NotDeniedToAssume) && (restraints.DeniesOf(principal).Exists(deny => deny.Source.Actions.Contains(table.Find("sts:AssumeRole"))) || (principal.Kind == PrincipalKind.Role && principal.BoundaryArn is not null)) ? "no Deny of the caller, and no boundary, keeps it from assuming the role"
            : null;
        return sentence is null ? [] : [ConditionSets.Make("Deny", "Absent", [], sentence)];
    }

    /// <summary>A later call: the principal's own right, or else somebody must make it.</summary>
    private static IEnumerable<Way> Later(Technique technique, string action, Right[] rights, Way way)
    {
        Right[] free = [.. rights.Where(right => right.Conditions.IsEmpty)];
        return free.Length > 0
            ? free.Select(right => way.With(right, action))
            : [way with { Conditions = ConditionSets.Union(way.Conditions, [ConditionSets.Make(action, "Call", [], technique.OtherCall!)]) }];
    }

    /// <summary>One way to have all permissions: what must hold, when, and by which statements.</summary>
    private sealed record Way(ImmutableArray<Condition> Conditions, ImmutableArray<Support> Supports, Validity Window)
    {
        internal Way With(Right right, string action) => new(ConditionSets.Union(Conditions, right.Conditions), Supports.AddRange(right.Supports(action).Where(support => !Supports.Contains(support))), Window.And(right.Grant.Window));
    }
}
