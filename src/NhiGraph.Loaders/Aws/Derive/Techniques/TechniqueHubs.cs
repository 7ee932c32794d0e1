using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Derive.Workloads;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive.Techniques;

/// <summary>One hub for each technique and what its permissions hold on, with the roles, users, groups or further entitlements that it gives. A hub that gives nothing is not made.</summary>
internal sealed class TechniqueHubs
{
    private static readonly Condition Becomes = ConditionSets.Make("ActsAsTarget", "Requires", [], "the caller acts as the user or role whose access it changes");

    private readonly ActionTable table;
    private readonly AccountFacts facts;
    private readonly HubFactory factory;
    private readonly Holdings holdings;
    private readonly GraphDraft draft;
    private readonly TechniqueTargets targets;
    private readonly Requirements requirements;
    private readonly Widening widening;
    private readonly ExistingTargets existing;
    private readonly ILookup<string, Trust> named;
    private readonly ILookup<Principal, Trust> whole;
    private readonly ILookup<string, Trust> byService;
    private readonly Dictionary<string, Hub?> made = new(StringComparer.Ordinal);

    /// <param name="named">Trusts by the principal that they name.</param>
    internal TechniqueHubs(AccountFacts facts, ActionTable table, HubFactory factory, Holdings holdings, IReadOnlyList<Trust> trusts, ILookup<string, Trust> named, WorkloadIndex workloads, GraphDraft draft)
    {
        (this.facts, this.table, this.factory, this.holdings, this.named, this.draft) = (facts, table, factory, holdings, named, draft);
        (targets, requirements, widening, existing) = (new(facts), new(facts), new(facts, table, holdings), new(workloads));
        whole = trusts.Where(trust => trust.Form == TrustForm.Account && trust.Account == facts.Account).ToLookup(trust => trust.Role);
        byService = trusts.Where(trust => trust.Form is TrustForm.Service or TrustForm.Oidc && !TechniqueTargets.IsReserved(trust.Role)).ToLookup(trust => trust.Value, StringComparer.Ordinal);
    }

    /// <summary>The hub that all with these rights share, and the caller's own.</summary>
    internal IEnumerable<Hub> Of(Technique technique, ImmutableArray<(string Action, Right Right)> over, string? service, Principal caller, bool others)
    {
        ImmutableArray<(PermissionScope Scope, Grant Grant)> rights = [.. over.Select(one => (technique.On[one.Action], one.Right.Grant))];
        Hub? shared = others ? Hub(technique, rights, service, null) : null;
        Hub? own = technique.Has(TechniqueRequirement.ActsAsTarget) || technique.Has(TechniqueRequirement.TrustsCaller) ? Hub(technique, rights, service, caller) : null;
        return new[] { shared, own }.OfType<Hub>();
    }

    /// <summary>The hub of a right to everything.</summary>
    internal Hub? OfEverything(Technique technique, Support support)
    {
        Hub? hub = Hub(technique, [.. technique.On.Values.Select(scope => (scope, widening.Everything))], null, null);
        if (hub is not null)
        {
            Node(technique, hub, support.Fact!.Value);
        }

        return hub;
    }

    internal void Node(Technique technique, Hub hub, FactKey fact) => draft.Node(fact, hub.Key, NodeKinds.Entitlement, $"{char.ToLowerInvariant(technique.Title[0])}{technique.Title[1..]}: {hub.IncludeText}", 1,
        (PropertyNames.Capability, hub.Capability.Text()), (PropertyNames.Target, hub.IncludeText), (PropertyNames.Scope, facts.Scope), ("technique", technique.Id));

    private Hub? Hub(Technique technique, ImmutableArray<(PermissionScope Scope, Grant Grant)> rights, string? service, Principal? caller)
    {
        string text = string.Join('&', rights.Select(right => Text(right.Grant)).DefaultIfEmpty("*")) + (technique.Services.Length > 1 && service is not null ? "|" + service : "") + (caller is null ? "" : "|" + caller.Arn);
        string key = technique.Id + text;
        if (made.TryGetValue(key, out Hub? known))
        {
            return known;
        }

        Gain[] gains = [.. Gains(technique, rights, service, caller)];
        Hub? hub = null;
        if (gains.Length > 0)
        {
            Grant first = rights.IsEmpty ? widening.Everything : rights[0].Grant;
            Capability capability = technique.Gives == TechniqueGain.Identity ? Capability.Impersonate : Capability.GrantAccess;
            hub = factory.Make(capability, "/" + technique.Id, text, IndexSet.Of([table.Role]), false, first.Includes, first.Exclusions, first.Lowered, null);
            Yield(technique, hub, gains);
        }

        made.Add(key, hub);
        return hub;
    }

    /// <summary>One edge for each thing and condition set, however many targets give it; conditions are of no matter where another target needs none.</summary>
    private void Yield(Technique technique, Hub hub, Gain[] gains)
    {
        foreach (IGrouping<string, Gain> same in gains.GroupBy(gain => gain.Key, StringComparer.Ordinal))
        {
            bool free = same.Any(gain => gain.IsFree);
            foreach (Gain gain in same.Where(gain => !free || gain.IsFree).DistinctBy(gain => (string.Join('\n', gain.Conditions), gain.Window)))
            {
                Certainty certainty = gain.Read ? ConditionSets.CertaintyOf(gain.Conditions) : Certainty.Declared;
                draft.Edge(new(EdgeKind.Yields, hub.Key, gain.Key, certainty) { Conditions = gain.Conditions, Validity = gain.Window, Technique = technique.Id }, gain.Support);
            }
        }
    }

    private IEnumerable<Gain> Gains(Technique technique, ImmutableArray<(PermissionScope Scope, Grant Grant)> rights, string? service, Principal? caller) => technique.Target switch
    {
        TechniqueTarget.ServiceRole when technique.Existing is not null => Existing(technique, rights, service),
        TechniqueTarget.ServiceRole => technique.Services.Where(one => service is null || one == service).SelectMany(one => byService[one]).SelectMany(trust => OfServiceRole(technique, rights, trust)),
        TechniqueTarget.Account => [new(Origin(factory.AdministerAccount(widening.Everything), OfAccount), ConditionSets.Sorted([ConditionSets.Make("Prerequisite", "Exists", [], technique.Needs!)]), OfAccount, Read: false)],
        _ when caller is null => targets.Reached(technique.Target, rights).SelectMany(reached => Shared(technique, reached.Target, reached.Conditions)),
        _ => Own(technique, rights, caller),
    };

    private Support OfAccount => new(facts.Least, null, "Identity Center gives access to the account", null);

    /// <summary>Listed workloads that the rights reach give what they run as; where the listing is not whole, any role of the service may be that of one.</summary>
    private IEnumerable<Gain> Existing(Technique technique, ImmutableArray<(PermissionScope Scope, Grant Grant)> rights, string? service)
    {
        ImmutableArray<(PermissionScope Scope, Grant Grant)> onRole = [.. rights.Where(right => right.Scope != PermissionScope.Workload)];
        (Workload Workload, ImmutableArray<Condition> Conditions)[] reached = [.. existing.Reached(technique, rights)];
        IEnumerable<Gain> roles = technique.Services.Where(one => service is null || one == service).SelectMany(one => byService[one]).SelectMany(trust => OfServiceRole(technique, onRole, trust));
        if (!technique.PassesRole)
        {
            IEnumerable<Gain> given = reached.Select(one => new Gain(one.Workload.Key, one.Conditions, new Support(one.Workload.Fact, null, $"{one.Workload.Name} is listed", "/Arn"), Read: true));
            return existing.IsWhole(technique) ? given : given.Concat(roles);
        }

        // The role is handed to what is there: any that the rights reach will do.
        return reached.Length > 0 ? roles.Select(gain => gain with { Conditions = ConditionSets.Union([.. gain.Conditions.Where(condition => condition.Statement != technique.Needs)], reached.MinBy(one => one.Conditions.Length).Conditions) })
            : existing.IsWhole(technique) ? [] : roles;
    }

    private IEnumerable<Gain> OfServiceRole(Technique technique, ImmutableArray<(PermissionScope Scope, Grant Grant)> rights, Trust trust)
    {
        if (requirements.Of(technique, trust.Role) is { } required && targets.On(trust.Role, rights) is { } lowered)
        {
            yield return new(trust.Role.Key, ConditionSets.Union(ConditionSets.Union(trust.Conditions, lowered), required), trust.Support, technique.PassesRole) { Window = trust.Window };
        }
    }

    private IEnumerable<Gain> Shared(Technique technique, Principal target, ImmutableArray<Condition> conditions)
    {
        if (requirements.Of(technique, target) is not { } required)
        {
            return [];
        }

        conditions = ConditionSets.Union(conditions, required);
        return technique.Has(TechniqueRequirement.TrustsCaller) ? whole[target].SelectMany(trust => Given(technique, target, ConditionSets.Union(conditions, trust.Conditions), trust.Support, trust.Window))
            : technique.Has(TechniqueRequirement.ActsAsTarget) ? Given(technique, target, ConditionSets.Union(conditions, [Becomes]), Reaches(target), Validity.Always)
            : Given(technique, target, conditions, Reaches(target), Validity.Always);
    }

    /// <summary>What the caller does to itself, or to roles whose trust names it.</summary>
    private IEnumerable<Gain> Own(Technique technique, ImmutableArray<(PermissionScope Scope, Grant Grant)> rights, Principal caller)
    {
        if (TechniqueTargets.IsOf(technique.Target, caller) && targets.On(caller, rights) is { } own)
        {
            foreach (Gain gain in Given(technique, caller, own, Reaches(caller), Validity.Always))
            {
                yield return gain;
            }
        }

        foreach (Trust trust in technique.Has(TechniqueRequirement.TrustsCaller) ? named[caller.Arn] : [])
        {
            if (targets.On(trust.Role, rights) is { } conditions)
            {
                foreach (Gain gain in Given(technique, trust.Role, ConditionSets.Union(conditions, trust.Conditions), trust.Support, trust.Window))
                {
                    yield return gain;
                }
            }
        }
    }

    private IEnumerable<Gain> Given(Technique technique, Principal target, ImmutableArray<Condition> conditions, Support support, Validity window) => technique.Gives switch
    {
        TechniqueGain.Anything => widening.Of(target).Select(hub => new Gain(Origin(hub.Hub, support), ConditionSets.Union(conditions, hub.Conditions), support, true) { Window = window.And(hub.Window) }),
        TechniqueGain.Unbounded => widening.WithoutBoundary(target).Select(hub => new Gain(Origin(hub.Hub, support), ConditionSets.Union(conditions, hub.Conditions), support, true) { Window = window.And(hub.Window) }),
        _ => [new(target.Key, conditions, support, true) { Window = window }],
    };

    /// <summary>A hub that a technique gives is there although no statement may give it yet.</summary>
    private static string Origin(Hub hub, Support support)
    {
        hub.RestsOn(support);
        return hub.Key;
    }

    private static Support Reaches(Principal target) => new(target.Fact, null, $"{target.Name} is a {target.Kind.ToString().ToLowerInvariant()} of the account", null);

    private static string Text(Grant grant) =>
        $"{string.Join(',', grant.Includes.Select(include => include.Text))}{string.Concat(grant.Exclusions.Select(exclusion => "-" + exclusion.Text))}{string.Concat(grant.Lowered.Select(part => "~" + part.Text))}";

    /// <param name="Key">The node that is given.</param>
    /// <param name="Read">Everything that it takes was read; only conditions are left.</param>
    private sealed record Gain(string Key, ImmutableArray<Condition> Conditions, Support Support, bool Read)
    {
        internal Validity Window { get; init; } = Validity.Always;

        internal bool IsFree => Conditions.IsEmpty && Read && Window.IsAlways;
    }
}
