using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Derive.ResourcePolicies;
using NhiGraph.Loaders.Aws.Policy;
using NhiGraph.Loaders.Drafts;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>ON edges of hubs, of all that the catalog has by now: to whole services where a hub covers all there is, else to the resources that its patterns match; excepts where a Deny takes something out.</summary>
internal sealed class HubTargetsMaker(AccountFacts facts, ActionTable table, HubFactory factory, ResourceCatalog catalog, ResourceReadings readings, GraphDraft draft)
{
    /// <summary>A hub of more services than this does not make nodes for those that nothing else names.</summary>
    private const int FewServices = 16;

    /// <summary>More patterns than this are not spelled out on a service.</summary>
    private const int FewParts = 50;

    private readonly CatalogIndex none = new([]);
    private readonly Dictionary<string, CatalogIndex> placed = catalog.Placed.ToDictionary(pair => pair.Key, pair => new CatalogIndex(pair.Value), StringComparer.Ordinal);
    private readonly CatalogIndex elsewhere = new(catalog.Elsewhere);

    internal void Add(Hub hub)
    {
        if (hub.Administered is { } administered)
        {
            Administer(hub, administered);
            return;
        }

        string[] services = hub.AllKinds ? [.. catalog.Placed.Keys] : [.. hub.Kinds.Members().Select(kind => table.Kinds[kind].Service).Where(service => !Glob.IsWild(service)).Distinct()];
        if (hub.AllKinds)
        {
            On(hub, AwsKeys.Account(facts.Account), OnTarget.AllowSelf, Certainty.Proved, [], "");
        }

        bool makeNodes = services.Length <= FewServices;
        foreach (string service in services.Order(StringComparer.Ordinal))
        {
            if (makeNodes || catalog.Placed.ContainsKey(service))
            {
                Service(hub, service);
            }
        }

        foreach (CatalogEntry entry in Candidates(hub, elsewhere))
        {
            if (hub.Includes.Any(include => Names(include, entry)) && Coverage.Of(hub, entry, table) is { Reached: true } coverage)
            {
                Add(hub, entry, coverage, allowed: false);
            }
        }
    }

    /// <summary>Wildcards over everything mean this account's things, and those that may be its own.</summary>
    private static bool Names(ArnPattern include, CatalogEntry entry) => entry.Home is null || (!include.IsEverything && include.Account.Length > 0 && include.Resource != "*");

    private void Administer(Hub hub, ImmutableArray<string> services)
    {
        if (services.IsEmpty)
        {
            On(hub, AwsKeys.Account(facts.Account), OnTarget.AllowSubtree, Certainty.Proved, [], "");
        }

        foreach (string service in services.Where(service => services.Length <= FewServices || catalog.Placed.ContainsKey(service)))
        {
            On(hub, catalog.ServiceNode(hub.Origin!.Fact!.Value, facts.Account, service), OnTarget.AllowSubtree, ResourceConsent.CertaintyOf(service), ResourceConsent.AssumptionsOf(service), "");
        }

        foreach (Hub included in factory.Included[hub.Key])
        {
            draft.Edge(new(EdgeKind.Includes, hub.Key, included.Key, Certainty.Proved), hub.Origin!);
        }
    }

    private void Service(Hub hub, string service)
    {
        CatalogIndex entries = placed.GetValueOrDefault(service, none);
        bool everything = hub.Includes is [{ IsEverything: true }];
        bool whole = everything || hub.Kinds.Members().Where(kind => table.Kinds[kind].Service == service).All(kind => factory.FormOf(kind) is { } form && hub.Includes.Any(include => include.Covers(form)));
        (CatalogEntry Entry, Coverage Coverage)[] covered = [.. Candidates(hub, entries).Select(entry => (entry, Coverage.Of(hub, entry, table))).Where(pair => pair.Item2.Named)];
        bool subtree = whole && entries.All.Count > 0 && covered.Length == entries.All.Count && covered.All(pair => pair.Coverage.Whole);
        string[] parts = everything ? [] : [.. hub.Includes.Where(include => IsOf(include, service) && !IsNamed(include)).Select(include => include.Resource)];
        if (everything || parts.Length > 0)
        {
            string node = catalog.ServiceNode(hub.Origin!.Fact!.Value, facts.Account, service);
            OnTarget target = subtree ? OnTarget.AllowSubtree : everything || parts.Length > FewParts ? OnTarget.AllowSelf : OnTarget.Part(OnEffect.Allow, Glob.Widest(parts));
            On(hub, node, target, ResourceConsent.CertaintyOf(service), ResourceConsent.AssumptionsOf(service), "");
        }

        foreach ((CatalogEntry entry, Coverage coverage) in covered)
        {
            // What a policy that was read says needs no assumption, and may be surer than the rest of its service.
            Add(hub, entry, coverage, allowed: subtree && !readings.IsRead(entry.Arn.Text));
        }
    }

    /// <summary>What the hub's patterns may match, each once, in the order of their keys.</summary>
    private static IEnumerable<CatalogEntry> Candidates(Hub hub, CatalogIndex index)
    {
        if (hub.Includes.Any(include => include.IsEverything))
        {
            return index.All.OrderBy(entry => entry.Key, StringComparer.Ordinal);
        }

        var found = new HashSet<CatalogEntry>(ReferenceEqualityComparer.Instance);
        foreach (ArnPattern include in hub.Includes)
        {
            foreach (CatalogEntry entry in index.Beginning(include))
            {
                found.Add(entry);
            }
        }

        return found.OrderBy(entry => entry.Key, StringComparer.Ordinal);
    }

    /// <summary>It names one resource that has a node, which the hub is tied to itself.</summary>
    private bool IsNamed(ArnPattern include) => catalog.Find(ResourceCatalog.WholeOf(include.Text) ?? include.Text) is not null;

    private bool IsOf(ArnPattern include, string service) =>
        include.IsEverything || (Glob.Matches(include.Service, service) && (include.Account.Length == 0 || Glob.Matches(include.Account, facts.Account)));

    private void Add(Hub hub, CatalogEntry entry, Coverage coverage, bool allowed)
    {
        bool read = entry.Placed && readings.IsRead(entry.Arn.Text);
        Certainty certainty = read ? Certainty.Proved : entry.Placed ? ResourceConsent.CertaintyOf(entry.Service) : Certainty.Declared;
        ImmutableArray<string> assumptions = read ? [] : ResourceConsent.AssumptionsOf(entry.Service);
        foreach ((GraphEdge edge, Support support) in HubTargets.Of(hub, entry.Key, allowed ? coverage with { Allow = null } : coverage, certainty, assumptions))
        {
            if (entry.Placed)
            {
                draft.Edge(edge, support);
            }
            else
            {
                // Whether the other account lets the hub in is told once that account's policy of it is known.
                draft.Term(JoinSide.Offer, AwsKeys.PolicyTerm(entry.Arn.Text), TermContent.Of(new JoinTerms.Beyond(edge.From, edge.To, edge.On!, edge.Certainty, edge.Conditions, edge.Assumptions, support)));
            }
        }
    }

    private void On(Hub hub, string target, OnTarget on, Certainty certainty, ImmutableArray<string> assumptions, string what)
    {
        (GraphEdge edge, Support support) = HubTargets.On(hub, target, on, certainty, assumptions, what);
        draft.Edge(edge, support);
    }
}
