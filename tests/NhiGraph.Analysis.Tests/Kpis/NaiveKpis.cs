using NhiGraph.Analysis.Kpis;
using NhiGraph.Analysis.OrphanChains;
using NhiGraph.Analysis.Tests.Answers;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Paths;

namespace NhiGraph.Analysis.Tests.Kpis;

/// <summary>Key figures counted one by one from the records.</summary>
internal sealed class NaiveKpis(PathGraph graph, TraversalOptions options, Func<string?, Known> knownOf)
{
    private readonly NaiveReach _reach = new(graph, options);
    private readonly Dictionary<string, GraphNode> _nodes = graph.Nodes.ToDictionary(node => node.Key);

    internal KpiFigures Figures(Func<string, bool> within)
    {
        GraphNode[] counted = [.. graph.Nodes.Where(Counts)];
        GraphNode[] identities = [.. counted.Where(node => within(node.Key))];
        string[] credentials = [.. counted.SelectMany(node => Walked(EdgeKind.Authenticates, node.Key)).Distinct()
            .Where(key => within(counted.Where(node => Walked(EdgeKind.Authenticates, node.Key).Contains(key)).Select(node => node.Key).Min(StringComparer.Ordinal)!))];
        return new(
            Ratio(identities, node => new[] { "business", "technical", "escalation" }.Select(role => Owned(node, role)).Min()),
            Ratio(identities, node => Owned(node, "business")),
            Ratio(identities, node => Owned(node, "technical")),
            Ratio(identities, node => Owned(node, "escalation")),
            Ratio(identities, Chain),
            Ratio(credentials, key => IsUsed(key) ? 2 : IsKnown(key, Known.Consumers) ? 0 : 1),
            Ratio(credentials, key => _nodes[key][PropertyNames.Posture] switch { "FEDERATED" or "SHORT_LIVED" => 2, "UNKNOWN" => 1, _ => 0 }),
            Ratio(credentials, key => _nodes[key][PropertyNames.Posture] switch { "STATIC" => 2, "UNKNOWN" => 1, _ => 0 }));
    }

    /// <summary>2: covered, 1: nobody can tell, 0: not.</summary>
    private static KpiRatio Ratio<T>(T[] all, Func<T, int> of) => new(all.Count(one => of(one) == 2), all.Length, all.Count(one => of(one) == 1));

    private bool Counts(GraphNode node) => (node.Kinds & NodeKinds.Identity) != 0 && node[PropertyNames.ProviderOwned] != "true" && node[PropertyNames.Known] != "false" && node[PropertyNames.Enabled] != "false"
        && node[PropertyNames.IdentityType] != "WELL_KNOWN" && node[PropertyNames.Nature] != "HUMAN" && Walked(EdgeKind.HasAccount, node.Key).Length == 0;

    private int Chain(GraphNode node)
    {
        bool used = Walked(EdgeKind.Authenticates, node.Key).Any(IsUsed);
        bool reaches = new NaiveRadius(graph, _reach, options, [node.Key]).Resources.Any(pair => !NaiveRadius.IsContainer(_nodes[pair.Key]) || pair.Value.Possible.Contains(Capability.Administer));
        return used && reaches ? 2 : IsKnown(node.Key, Known.Consumers) && IsKnown(node.Key, Known.Credentials) && IsKnown(node.Key, Known.Grants) ? 0 : 1;
    }

    private int Owned(GraphNode node, string role)
    {
        string[] Own(string key) => [.. graph.Edges.Values.Where(edge => edge.Kind == EdgeKind.Owns && edge.To == key && (edge.Properties.GetValueOrDefault(PropertyNames.Role) ?? (role == "escalation" ? "" : role)) == role).Select(edge => edge.From)];
        string[] owners = new[] { [node.Key], Heads(EdgeKind.SessionOf, node.Key), Heads(EdgeKind.PartOf, node.Key) }.Select(from => from.SelectMany(Own).ToArray()).FirstOrDefault(found => found.Length > 0) ?? [];
        string[] Members(string owner) => _nodes[owner].Kinds == NodeKinds.Team ? [.. graph.Edges.Values.Where(edge => edge.Kind == EdgeKind.InTeam && edge.To == owner).Select(edge => edge.From)] : [owner];
        bool IsSure(string owner) => Members(owner).All(IsGone) && (_nodes[owner].Kinds == NodeKinds.Human || (IsKnown(node.Key, Known.Teams) && _nodes[owner][PropertyNames.Known] != "false"));
        bool named = role != "escalation" && (node[PropertyNames.Owner] ?? node[PropertyNames.Team]) is not null;
        return owners.Any(owner => Members(owner).Any(IsHere)) ? 2
            : owners.Length == 0 ? named || !IsKnown(node.Key, Known.Owners) ? 1 : 0
            : owners.All(IsSure) ? 0 : 1;
    }

    private bool IsUsed(string credential) => Walked(EdgeKind.Uses, credential).Any(key => _nodes[key][PropertyNames.Potential] != "true");

    private bool IsKnown(string key, Known needed) => (knownOf(_nodes[key][PropertyNames.Scope]) & needed) == needed;

    private bool IsGone(string human) => Left(human) is { } left ? left <= options.At : _nodes[human][PropertyNames.Status] == "DEPARTED";

    private bool IsHere(string human) => !IsGone(human) && (_nodes[human][PropertyNames.Status] is "ACTIVE" or "LEAVE" || Left(human) is not null);

    private long? Left(string human) => _nodes[human][PropertyNames.DepartedAt] is { } text ? DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds() : null;

    private string[] Walked(EdgeKind kind, string to) => [.. _reach.Walkable(options.Certainty).Where(edge => edge.Kind == kind && edge.To == to).Select(edge => edge.From).Distinct()];

    private string[] Heads(EdgeKind kind, string from) => [.. graph.Edges.Values.Where(edge => edge.Kind == kind && edge.From == from && edge.To != from).Select(edge => edge.To).Distinct()];
}
