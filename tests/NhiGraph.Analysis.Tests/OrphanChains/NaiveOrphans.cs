using NhiGraph.Analysis.OrphanChains;
using NhiGraph.Analysis.Tests.Answers;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Paths;

namespace NhiGraph.Analysis.Tests.OrphanChains;

/// <summary>Orphan chains by walking the records, from the words of the contract: one search an identity, no components.</summary>
internal sealed class NaiveOrphans(PathGraph graph, TraversalOptions options, Func<string?, Known> knownOf)
{
    private readonly NaiveReach _reach = new(graph, options);
    private readonly Dictionary<string, GraphNode> _nodes = graph.Nodes.ToDictionary(node => node.Key);

    /// <summary>consumer credential identity | reasons | undecided | sensitive score</summary>
    internal SortedSet<string> Find()
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (GraphNode identity in graph.Nodes.Where(IsAsked))
        {
            foreach ((string? consumer, string? credential, List<OrphanReason> links) in Chains(identity))
            {
                Judge(found, consumer, credential, identity, links);
            }
        }

        return found;
    }

    private bool IsAsked(GraphNode node) => (node.Kinds & NodeKinds.Identity) != 0 && node[PropertyNames.ProviderOwned] != "true" && node[PropertyNames.Known] != "false"
        && node[PropertyNames.IdentityType] != "WELL_KNOWN" && node[PropertyNames.Nature] != "HUMAN" && !Walked(EdgeKind.HasAccount, to: node.Key).Any();

    private List<(string? Consumer, string? Credential, List<OrphanReason> Links)> Chains(GraphNode identity)
    {
        var chains = new List<(string? Consumer, string? Credential, List<OrphanReason> Links)>();
        bool disabled = identity[PropertyNames.Enabled] == "false";
        IEnumerable<string> credentials = disabled
            ? graph.Edges.Values.Where(edge => edge.Kind == EdgeKind.Authenticates && edge.To == identity.Key).Select(edge => edge.From).Where(key => _nodes[key][PropertyNames.Enabled] != "false" && !(Date(key, PropertyNames.ExpiresAt) <= options.At))
            : Walked(EdgeKind.Authenticates, to: identity.Key);
        foreach (string credential in credentials.Distinct())
        {
            List<OrphanReason> links = disabled ? [OrphanReason.CredentialOfDisabledIdentity] : [];
            string[] consumers = [.. Walked(EdgeKind.Uses, to: credential).Where(IsSeen).Distinct()];
            chains.AddRange(consumers.Select(consumer => ((string?)consumer, (string?)credential, links)));
            if (consumers.Length == 0)
            {
                chains.Add((null, credential, [.. links, OrphanReason.NoConsumer]));
            }
        }

        if (disabled)
        {
            return chains;
        }

        chains.AddRange(Walked(EdgeKind.CanAssume, to: identity.Key).Where(IsSeen).Distinct().Select(consumer => ((string?)consumer, (string?)null, new List<OrphanReason>())));
        if (chains.Count == 0)
        {
            bool takenOn = _reach.Walkable(options.Certainty).Any(edge => edge.To == identity.Key && edge.From != identity.Key);
            chains.Add((null, null, takenOn ? [] : [OrphanReason.NoCredential, OrphanReason.NoConsumer]));
        }

        chains.AddRange(graph.Edges.Values.Where(edge => edge.Kind == EdgeKind.CanAssume && edge.To == identity.Key && edge.Validity.Disabled && _nodes[edge.From][PropertyNames.Known] == "false")
            .Select(edge => edge.From).Distinct().Select(gone => ((string?)gone, (string?)null, new List<OrphanReason> { OrphanReason.DanglingTrust })));
        return chains;
    }

    private void Judge(SortedSet<string> found, string? consumer, string? credential, GraphNode identity, List<OrphanReason> links)
    {
        Known known = knownOf(identity[PropertyNames.Scope]);
        var reasons = new SortedSet<OrphanReason>();
        var undecided = new SortedSet<OrphanReason>();
        void Decide(OrphanReason reason, Known needed) => ((known & needed) == needed ? reasons : undecided).Add(reason);
        foreach (OrphanReason link in links)
        {
            Decide(link, link switch { OrphanReason.NoConsumer => Known.Consumers, OrphanReason.NoCredential => Known.Credentials, _ => Known.None });
        }

        bool ownerless = Owners(identity, known, reasons, undecided);
        string[] applications = [.. Evidence(EdgeKind.PartOf, from: identity.Key).Where(key => key != identity.Key)];
        if (applications.Length > 0 && applications.All(key => _nodes[key][PropertyNames.Status] == "RETIRED" && !(Date(key, PropertyNames.RetiredAt) > options.At)))
        {
            reasons.Add(OrphanReason.ApplicationRetired);
        }

        var radius = new NaiveRadius(graph, _reach, options, [identity.Key]);
        if (!radius.Resources.Any(pair => !NaiveRadius.IsContainer(_nodes[pair.Key]) || pair.Value.Possible.Contains(Capability.Administer)))
        {
            Decide(OrphanReason.NoResource, Known.Grants);
        }

        string[] things = credential is null ? [identity.Key] : [identity.Key, credential];
        string[] makers = [.. things.SelectMany(key => Evidence(EdgeKind.Created, to: key))];
        bool knows = credential is not null && graph.Edges.Values.Any(edge => edge.Kind == EdgeKind.ExposedTo && edge.To == credential && IsGone(edge.From) && edge.Validity.InactiveAt(options.At) == InactiveReason.None);
        if (knows || (ownerless && makers.Any(maker => _nodes[maker].Kinds == NodeKinds.Human && IsGone(maker))))
        {
            reasons.Add(OrphanReason.CreatorDeparted);
        }
        else if (ownerless && makers.Length == 0 && (known & Known.Creators) != 0)
        {
            reasons.Add(OrphanReason.CreatorUnknown);
        }

        if (reasons.Count + undecided.Count > 0)
        {
            int sensitive = radius.Resources.Keys.Count(key => NaiveRadius.IsSensitive(_nodes[key]));
            found.Add($"{consumer} {credential} {identity.Key} | {string.Join(' ', reasons)} | {string.Join(' ', undecided)} | {sensitive} {Score(sensitive, radius, credential)}");
        }
    }

    /// <summary>Adds why no owner answers; true where it is known that none does.</summary>
    private bool Owners(GraphNode identity, Known known, SortedSet<OrphanReason> reasons, SortedSet<OrphanReason> undecided)
    {
        string[] owners = OwnersOf(identity.Key);
        owners = owners.Length > 0 ? owners : [.. Evidence(EdgeKind.SessionOf, from: identity.Key).Where(key => key != identity.Key).SelectMany(OwnersOf)];
        owners = owners.Length > 0 ? owners : [.. Evidence(EdgeKind.PartOf, from: identity.Key).SelectMany(OwnersOf)];
        if (owners.Length == 0)
        {
            bool unknown = identity[PropertyNames.Owner] is not null || identity[PropertyNames.Team] is not null || (known & Known.Owners) == 0;
            (unknown ? undecided : reasons).Add(OrphanReason.NoOwner);
            return !unknown;
        }

        string[] Members(string owner) => _nodes[owner].Kinds == NodeKinds.Team ? Evidence(EdgeKind.InTeam, to: owner) : [owner];
        if (owners.Any(owner => Members(owner).Any(IsHere)))
        {
            return false;
        }

        bool Sure(string owner) => Members(owner).All(IsGone) && (_nodes[owner].Kinds == NodeKinds.Human || ((known & Known.Teams) != 0 && _nodes[owner][PropertyNames.Known] != "false"));
        bool sure = owners.All(Sure);
        (sure ? reasons : undecided).UnionWith(owners.Select(owner => _nodes[owner].Kinds == NodeKinds.Team ? OrphanReason.TeamEmpty : OrphanReason.OwnerDeparted));
        return sure;
    }

    private int Score(int sensitive, NaiveRadius radius, string? credential)
    {
        Capability[] can = [.. radius.Distances.Keys.Where(key => _nodes[key].Kinds == NodeKinds.Entitlement)
            .Where(hub => _reach.Given(hub).Keys.Any(key => !NaiveRadius.IsContainer(_nodes[key]) || _reach.CapabilityOf(hub) == Capability.Administer)).Select(_reach.CapabilityOf)];
        int privilege = can.Contains(Capability.Administer) ? 5 : can.Any(one => one is Capability.DeployCode or Capability.ModifyLogging or Capability.WriteData or Capability.DeleteBackup) ? 3 : can.Contains(Capability.ReadData) ? 2 : 1;
        int digits = sensitive == 0 ? 0 : Convert.ToString(sensitive, 2).Length;
        int posture = credential is null ? 1 : _nodes[credential][PropertyNames.Posture] switch { "STATIC" => 4, "UNKNOWN" => 3, "EXPIRING" => 2, _ => 1 };
        return (1 + digits) * privilege * posture;
    }

    private string[] OwnersOf(string key) => [.. graph.Edges.Values.Where(edge => edge.Kind == EdgeKind.Owns && edge.To == key && edge.Properties.GetValueOrDefault(PropertyNames.Role) != "escalation").Select(edge => edge.From)];

    private bool IsGone(string human) => Date(human, PropertyNames.DepartedAt) is { } left ? left <= options.At : _nodes[human][PropertyNames.Status] == "DEPARTED";

    private bool IsHere(string human) => !IsGone(human) && (_nodes[human][PropertyNames.Status] is "ACTIVE" or "LEAVE" || Date(human, PropertyNames.DepartedAt) is not null);

    private bool IsSeen(string key) => (_nodes[key].Kinds & NodeKinds.Consumer) != 0 && _nodes[key][PropertyNames.Potential] != "true";

    private IEnumerable<string> Walked(EdgeKind kind, string to) => _reach.Walkable(options.Certainty).Where(edge => edge.Kind == kind && edge.To == to).Select(edge => edge.From);

    private string[] Evidence(EdgeKind kind, string? from = null, string? to = null) =>
        [.. graph.Edges.Values.Where(edge => edge.Kind == kind && (from is null || edge.From == from) && (to is null || edge.To == to)).Select(edge => from is null ? edge.From : edge.To).Distinct()];

    private long? Date(string key, string property) => _nodes[key][property] is { } text ? DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds() : null;
}
