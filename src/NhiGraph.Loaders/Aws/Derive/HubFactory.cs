using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>Makes entitlement hubs of grants: one for each capability of a statement and each set of patterns that its actions are left with. Equal content gives the same object.</summary>
/// <param name="partition">As ARNs of the account write it.</param>
internal sealed class HubFactory(string account, string partition, ActionTable table)
{
    /// <summary>A readable key is at most this long; a longer one is hashed.</summary>
    private const int KeyLength = 160;

    private readonly string scope = AwsKeys.Account(account);
    private readonly Dictionary<IndexSet, IndexSet> kindsOf = [];
    private readonly Dictionary<int, ArnPattern?> forms = [];

    internal SortedDictionary<string, Hub> Hubs { get; } = new(StringComparer.Ordinal);

    /// <summary>For each hub that administers, the capability hubs that it includes.</summary>
    internal SortedDictionary<string, ImmutableArray<Hub>> Included { get; } = new(StringComparer.Ordinal);

    /// <summary>A type's ARNs in this account; null for a service as a whole.</summary>
    internal ArnPattern? FormOf(int kind)
    {
        if (!forms.TryGetValue(kind, out ArnPattern? form) && table.Kinds[kind].Form is { } generic)
        {
            string[] fields = generic.Text.Split(':', 6);
            fields[1] = fields[1] == "*" ? partition : fields[1];
            fields[4] = fields[4] == "*" ? account : fields[4];
            forms.Add(kind, form = ArnPattern.Parse(string.Join(':', fields)));
        }

        return form;
    }

    /// <summary>A pattern names things of other accounts too, or such as may be of another.</summary>
    internal bool ReachesBeyond(ArnPattern pattern) => pattern.IsEverything || pattern.Account != account;

    /// <summary>The hubs that what is left of one statement gives.</summary>
    /// <param name="kept">What single resources, guardrails, and denials outside of some regions keep from the holder: as Deny statements, but who administers still does.</param>
    internal ImmutableArray<HeldHub> HubsOf(ImmutableArray<Grant> grants, IReadOnlyList<BoundStatement> kept)
    {
        var hubs = new List<HeldHub>();
        foreach (Grant grant in grants)
        {
            IndexSet rest = grant.Actions;
            if (grant.IsUnlimited && Administers(grant) is { Length: > 0 } services)
            {
                IndexSet full = services.Aggregate(IndexSet.Empty, (set, service) => set.Or(service.Actions));
                bool whole = grant.Actions.Equals(table.All);
                ImmutableArray<Condition> inRegions = OfRegions(kept, full);
                hubs.Add(new(Administer(whole ? [] : [.. services.Select(service => service.Service)], grant with { Actions = whole ? table.All : full }, kept), ConditionSets.Union(grant.Conditions, inRegions), whole ? "*" : string.Join(", ", services.Take(8).Select(service => service.Service + ":*")), grant.Window));

                // What it includes is certain where the condition is not.
                rest = !inRegions.IsEmpty ? rest : whole ? IndexSet.Empty : rest.Except(full);
            }

            hubs.AddRange(DenySubtraction.Without(grant with { Actions = rest }, kept).SelectMany(left => CapabilityHubs(left, left.Conditions, left.Window)));
        }

        foreach (HeldHub narrow in hubs)
        {
            foreach (HeldHub wide in hubs.Where(other => other != narrow && Subsumes(other, narrow)))
            {
                wide.Hub.Also(narrow.Hub);
            }
        }

        return [.. hubs.Where(hub => !hubs.Exists(other => other != hub && Subsumes(other, hub))).DistinctBy(hub => (hub.Hub.Key, string.Join('\n', hub.Conditions), hub.Window))];
    }

    /// <summary>Who may do everything, but in some regions only, administers where it is not asked elsewhere.</summary>
    private static ImmutableArray<Condition> OfRegions(IReadOnlyList<BoundStatement> kept, IndexSet actions) =>
        ConditionSets.Sorted(kept.Where(deny => deny.Source.IsOfRegions && deny.Kept.IsEmpty && deny.Source.Actions.Intersects(actions)).Select(deny => deny.Unless).OfType<Condition>());

    /// <summary>The types that the actions can be asked of.</summary>
    internal IndexSet KindsOf(IndexSet actions)
    {
        if (!kindsOf.TryGetValue(actions, out IndexSet? kinds))
        {
            kindsOf.Add(actions, kinds = table.KindsOf(actions));
        }

        return kinds;
    }

    internal Hub Make(Capability capability, string detail, string text, IndexSet kinds, bool allKinds, ImmutableArray<ArnPattern> includes, ImmutableArray<Exclusion> exclusions, ImmutableArray<LoweredBy> lowered, ImmutableArray<string>? services)
    {
        string plain = $"{scope}#{Word(capability)}{detail}:{text}";
        string key = plain.Length <= KeyLength ? plain : $"{scope}#{Word(capability)}{detail}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plain)).AsSpan(0, 16))}";
        if (!Hubs.TryGetValue(key, out Hub? hub))
        {
            Hubs.Add(key, hub = new(key, capability, kinds, allKinds, includes, exclusions, lowered, services));
        }

        return hub;
    }

    /// <summary>A capability as people write it: <c>read-data</c>.</summary>
    internal static string Word(Capability capability) => capability.Text().ToLowerInvariant().Replace('_', '-');

    /// <summary>Services of which the statement means all: by a wildcard or by what it leaves out, not by naming every action there is today.</summary>
    private (string Service, IndexSet Actions)[] Administers(Grant grant)
    {
        PolicyStatement statement = grant.Source.Statement;
        bool Means(string service) => statement.IsNotAction || statement.Actions.Any(pattern => pattern.EndsWith('*') && Glob.Matches(pattern.ToLowerInvariant(), service + ":") && Glob.Matches(pattern.ToLowerInvariant(), service + ":?"));
        return [.. table.Administrable.Where(service => grant.Actions.Includes(service.Actions) && Means(service.Service))];
    }

    /// <summary>The hub of whoever may do everything in the account, with nothing left out.</summary>
    internal Hub AdministerAccount(Grant everything) => Administer([], everything, []);

    /// <summary>The hubs of those who may do everything in the account, that somebody has.</summary>
    internal IEnumerable<Hub> OfAdministrators => Hubs.Values.Where(hub => hub is { Administered: { IsEmpty: true }, Origin: not null });

    /// <summary>Those of whom single resources or guardrails keep something administer too, and have the rest.</summary>
    private Hub Administer(ImmutableArray<string> services, Grant all, IReadOnlyList<BoundStatement> kept)
    {
        ImmutableArray<Grant> left = DenySubtraction.Without(all with { Conditions = [], Window = Validity.Always }, kept);
        string but = left is [{ IsUnlimited: true, Conditions.IsEmpty: true, Window.IsAlways: true }] ? "" : string.Concat(left.Select(grant => $"-{string.Join('+', grant.Actions.Members())}{string.Concat(grant.Exclusions.Select(one => one.Text))}~{string.Concat(grant.Lowered.Select(one => one.Text))}"));
        Hub hub = Make(Capability.Administer, "", (services.IsEmpty ? "*" : string.Join(',', services)) + but, IndexSet.Empty, services.IsEmpty, [ArnPattern.Everything], [], [], services);
        if (!Included.ContainsKey(hub.Key))
        {
            Included.Add(hub.Key, [.. left.SelectMany(grant => CapabilityHubs(grant, [], Validity.Always)).Select(held => held.Hub)]);
        }

        return hub;
    }

    private IEnumerable<HeldHub> CapabilityHubs(Grant grant, ImmutableArray<Condition> conditions, Validity window)
    {
        foreach (Capability capability in Enum.GetValues<Capability>())
        {
            IndexSet giving = grant.Actions.And(table.Giving(capability));
            if (!giving.IsEmpty && Cut(capability, giving, grant.Includes, grant.Exclusions, grant.Lowered) is { } hub)
            {
                hub.IsGivenBy(giving);
                yield return new(hub, conditions, ActionText(giving), window);
            }
        }
    }

    /// <summary>Leaves only types that some pattern names and no exclusion takes whole, and only patterns and exclusions that say something of those types.</summary>
    private Hub? Cut(Capability capability, IndexSet giving, ImmutableArray<ArnPattern> includes, ImmutableArray<Exclusion> exclusions, ImmutableArray<LoweredBy> lowered)
    {
        bool everything = includes is [{ IsEverything: true }];
        bool own = !includes.Any(ReachesBeyond);
        bool all = everything && exclusions.IsEmpty && giving.Equals(table.Giving(capability));
        int[] kinds = [.. KindsOf(giving).Members().Where(kind => (everything || includes.Any(table.Kinds[kind].IsNamedBy)) && !exclusions.Any(exclusion => exclusion.Covers(table.Kinds[kind], own ? FormOf(kind) : table.Kinds[kind].Form)))];
        if (kinds.Length == 0)
        {
            return null;
        }

        ImmutableArray<ArnPattern> named = everything ? includes : [.. includes.Where(include => kinds.Any(kind => table.Kinds[kind].IsNamedBy(include)))];
        bool Touched(Exclusion exclusion) => kinds.Any(kind => named.Any(include => table.Kinds[kind].IsNamedBy(include) && exclusion.Touches(table.Kinds[kind], include)));
        exclusions = [.. exclusions.Where(Touched)];
        lowered = [.. lowered.Where(part => Touched(part.Of))];
        string text = $"{(all ? "*" : string.Join('+', kinds.Select(kind => table.Kinds[kind].Name)))}@{string.Join(',', named.Select(include => include.Text))}"
            + string.Concat(exclusions.Select(exclusion => "-" + exclusion.Text)) + string.Concat(lowered.Select(part => "~" + part.Text));
        return Make(capability, "", text, IndexSet.Of(kinds), all, named, exclusions, lowered, null);
    }

    /// <summary>Everything that the other gives, this gives, under the same conditions. Of two that give the same, the one that says so of all types stays.</summary>
    private static bool Subsumes(HeldHub wide, HeldHub narrow) =>
        wide.Hub.Capability == narrow.Hub.Capability && wide.Hub.Administered is null && narrow.Hub.Administered is null && wide.Hub.Key != narrow.Hub.Key
        && wide.Conditions.SequenceEqual(narrow.Conditions) && wide.Window == narrow.Window && wide.Hub.Includes.SequenceEqual(narrow.Hub.Includes) && wide.Hub.Kinds.Includes(narrow.Hub.Kinds) && (wide.Hub.AllKinds || !narrow.Hub.AllKinds)
        && wide.Hub.Exclusions.All(narrow.Hub.Exclusions.Contains) && wide.Hub.Lowered.All(narrow.Hub.Lowered.Contains);

    private string ActionText(IndexSet actions)
    {
        int count = actions.Count;
        return string.Join(", ", actions.Members().Take(8).Select(action => table.Actions[action].Name)) + (count > 8 ? $" and {count - 8} more" : "");
    }
}
