using System.Text.RegularExpressions;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Paths;

namespace NhiGraph.Analysis.Tests.Answers;

/// <summary>Reach on the records alone, by going round until nothing changes. Written from DESIGN §3 and the contract; shares nothing with the code it judges.</summary>
internal sealed class NaiveReach(PathGraph graph, TraversalOptions options)
{
    private static readonly string[] SomeParts = ["a/b", "a/c", "a/cc", "a/", "b", "c", "", "a"];
    private readonly Dictionary<string, string> _parents = graph.Edges.Values.Where(edge => edge.Kind == EdgeKind.Contains).ToDictionary(edge => edge.To, edge => edge.From);

    internal IEnumerable<GraphEdge> Walkable(Certainty floor) => graph.Edges.Values.Where(edge => edge.Kind <= EdgeKind.ExposedTo && Usable(edge, floor));

    /// <summary>ON edges that give, excepts aside.</summary>
    internal IEnumerable<GraphEdge> Allows() => graph.Edges.Values.Where(edge => edge.Kind == EdgeKind.On && edge.On!.Effect == OnEffect.Allow && Usable(edge, options.Certainty));

    /// <summary>The least number of edges from the starts (or to them) to each node; edges below the floor and longer ways than allowed do not count.</summary>
    internal Dictionary<string, int> Distances(IEnumerable<string> starts, Certainty floor, bool reverse = false)
    {
        Dictionary<string, int> distances = starts.Distinct().ToDictionary(start => start, _ => 0);
        Spread(distances, floor, reverse, options.MaxDepth);
        return distances;
    }

    /// <summary>Of all who reach the targets: by walked edges, or by walked edges to an entitlement that gives a target, whose ON is one step more.</summary>
    internal Dictionary<string, int> DistancesTo(IReadOnlyCollection<string> targets, Certainty floor)
    {
        Dictionary<string, int> distances = Distances(targets, floor, reverse: true);
        IEnumerable<string> hubs = graph.Nodes.Where(node => node.Kinds == NodeKinds.Entitlement).Select(node => node.Key)
            .Where(hub => options.Capabilities.IsEmpty || options.Capabilities.Contains(CapabilityOf(hub)))
            .Where(hub => Given(hub).Any(given => targets.Contains(given.Key) && given.Value >= floor));
        foreach ((string key, int distance) in Distances(hubs, floor, reverse: true))
        {
            distances[key] = Math.Min(distance + 1, distances.GetValueOrDefault(key, int.MaxValue));
        }

        foreach (string target in targets)
        {
            distances.Remove(target);
        }

        return distances;
    }

    private void Spread(Dictionary<string, int> distances, Certainty floor, bool reverse, int most)
    {
        List<GraphEdge> edges = [.. Walkable(floor)];
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (GraphEdge edge in edges)
            {
                (string from, string to) = reverse ? (edge.To, edge.From) : (edge.From, edge.To);
                if (distances.TryGetValue(from, out int distance) && distance < most && distance + 1 < distances.GetValueOrDefault(to, int.MaxValue))
                {
                    distances[to] = distance + 1;
                    changed = true;
                }
            }
        }
    }

    /// <summary>Of each node that edges reach at all: the best floor at which they still do.</summary>
    internal Dictionary<string, Certainty> Certainties(IEnumerable<string> starts)
    {
        var certainties = new Dictionary<string, Certainty>();
        for (Certainty floor = options.Certainty; floor <= Certainty.Proved; floor++)
        {
            foreach (string node in Distances(starts, floor).Keys)
            {
                certainties[node] = floor;
            }
        }

        return certainties;
    }

    /// <summary>What an entitlement gives: the certainty of each resource it covers, by its strongest ON.</summary>
    internal Dictionary<string, Certainty> Given(string hub)
    {
        var given = new Dictionary<string, Certainty>();
        foreach (GraphNode resource in graph.Nodes.Where(node => (node.Kinds & NodeKinds.Resource) != 0))
        {
            foreach (GraphEdge allow in Ons(hub, resource.Key, OnEffect.Allow).Where(edge => options.IncludeInactive || Active(edge)))
            {
                if (Left(allow, resource.Key) is { } certainty && certainty >= options.Certainty && certainty >= given.GetValueOrDefault(resource.Key))
                {
                    given[resource.Key] = certainty;
                }
            }
        }

        return given;
    }

    /// <summary>The parts a hub gives of a resource; null where it gives the whole, empty where it gives nothing.</summary>
    internal SortedSet<string>? Parts(string hub, string resource)
    {
        var parts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (GraphEdge allow in Ons(hub, resource, OnEffect.Allow).Where(edge => options.IncludeInactive || Active(edge)))
        {
            if (Left(allow, resource) is not { } certainty || certainty < options.Certainty)
            {
                continue;
            }

            if (allow.On!.Covers != OnCovers.Parts)
            {
                return null;
            }

            List<GraphEdge> removing = [.. Ons(hub, resource, OnEffect.Except).Where(edge => Active(edge) && Conclusive(edge))];
            parts.UnionWith(allow.On.Parts.Where(part => !removing.Exists(except => Takes(except, part))));
        }

        return parts;
    }

    internal Capability CapabilityOf(string hub) => VocabularyText.ParseOrDefault<Capability>(graph.Nodes.Single(node => node.Key == hub)[PropertyNames.Capability]);

    internal IEnumerable<string> Above(string resource)
    {
        for (string? at = _parents.GetValueOrDefault(resource); at is not null; at = _parents.GetValueOrDefault(at))
        {
            yield return at;
        }
    }

    private Certainty? Left(GraphEdge allow, string resource)
    {
        List<GraphEdge> excepts = [.. Ons(allow.From, resource, OnEffect.Except).Where(Active)];
        Certainty certainty = Demoted(allow);
        if (excepts.Exists(edge => edge.On!.Covers != OnCovers.Parts && Conclusive(edge)))
        {
            return null;
        }

        bool doubted = excepts.Exists(edge => edge.On!.Covers != OnCovers.Parts);
        if (allow.On!.Covers == OnCovers.Parts)
        {
            List<string> left = [.. allow.On.Parts.Where(part => !excepts.Exists(except => Conclusive(except) && Takes(except, part)))];
            if (left.Count == 0)
            {
                return null;
            }

            doubted |= left.TrueForAll(part => excepts.Exists(except => Takes(except, part)));
        }

        return doubted && certainty > Certainty.Conditional ? Certainty.Conditional : certainty;
    }

    private IEnumerable<GraphEdge> Ons(string hub, string resource, OnEffect effect) => graph.Edges.Values.Where(edge =>
        edge.Kind == EdgeKind.On && edge.From == hub && edge.On!.Effect == effect && (edge.To == resource || (edge.On.Covers == OnCovers.Subtree && Above(resource).Contains(edge.To))));

    private static bool Takes(GraphEdge except, string part) => except.On!.Covers == OnCovers.Parts
        && except.On.Parts.Any(glob => SomeParts.Where(text => Matches(part, text)).All(text => Matches(glob, text)));

    private static bool Matches(string glob, string text) => Regex.IsMatch(text, $"^{Regex.Escape(glob).Replace("\\*", ".*").Replace("\\?", ".")}$", RegexOptions.Singleline);

    private bool Conclusive(GraphEdge except) => Demoted(except) == Certainty.Proved && except.Conditions.IsEmpty;

    private bool Usable(GraphEdge edge, Certainty floor) => Demoted(edge) >= floor && (edge.Kind != EdgeKind.ExposedTo || options.IncludeExposedTo) && (options.IncludeInactive || Active(edge));

    private bool Active(GraphEdge edge) => !edge.Validity.Disabled && edge.Validity.From <= options.At && options.At < edge.Validity.Until;

    internal Certainty Demoted(GraphEdge edge) => options.Strict && !edge.Assumptions.IsEmpty && edge.Certainty > Certainty.Declared ? Certainty.Declared : edge.Certainty;
}
