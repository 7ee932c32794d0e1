using System.Text.RegularExpressions;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Estates;

namespace NhiGraph.Graph.Tests.Reach;

/// <summary>The design's words, as short as they go: records, dictionaries, no cleverness.</summary>
internal sealed class NaiveReach
{
    private static readonly string[] Samples = [.. Enumerable.Range(0, 6).SelectMany(Texts)];

    private readonly RandomEstate estate;
    private readonly TraversalOptions options;
    private readonly ILookup<string, GraphEdge> walked;
    private readonly ILookup<string, GraphEdge> on;
    private readonly Dictionary<string, string> parents = [];
    private readonly Dictionary<(string Hub, string Resource), Certainty> levels = [];

    internal NaiveReach(RandomEstate estate, TraversalOptions options)
    {
        this.estate = estate;
        this.options = options;
        walked = estate.Edges.Where(IsWalked).ToLookup(edge => edge.From);
        on = estate.Edges.Where(edge => edge.Kind == EdgeKind.On).ToLookup(edge => edge.From);
        ReadContainment();
        foreach (GraphNode hub in estate.Nodes.Where(node => node.Kinds == NodeKinds.Entitlement && on.Contains(node.Key)))
        {
            foreach (GraphNode resource in estate.Nodes.Where(node => (node.Kinds & NodeKinds.Resource) != 0))
            {
                if (Level(hub.Key, resource.Key) is { } level && level >= options.Certainty)
                {
                    levels[(hub.Key, resource.Key)] = level;
                }
            }
        }
    }

    /// <summary>Strongest certainty at which each hub gives each resource.</summary>
    internal IReadOnlyDictionary<(string Hub, string Resource), Certainty> Levels => levels;

    internal IReadOnlyDictionary<string, string> Parents => parents;

    /// <summary>Shortest distance and strongest certainty of everything walked to, the starts at 0 and PROVED among them.</summary>
    internal Dictionary<string, (int Distance, Certainty Certainty)> Walk(IReadOnlyCollection<string> starts)
    {
        Dictionary<string, int> distances = Distances(starts, options.Certainty);
        var found = distances.ToDictionary(pair => pair.Key, pair => (pair.Value, options.Certainty));
        for (Certainty floor = options.Certainty; floor <= Certainty.Proved; floor++)
        {
            foreach (string node in Distances(starts, floor).Keys)
            {
                found[node] = (distances[node], floor);
            }
        }

        return starts.Aggregate(found, (all, start) =>
        {
            all[start] = (0, Certainty.Proved);
            return all;
        });
    }

    /// <summary>What walked-to hubs cover, starts left out.</summary>
    internal Dictionary<string, ReachedResourceText> Resources(IReadOnlyCollection<string> starts)
    {
        var walk = Walk(starts);
        return levels.Where(pair => walk.ContainsKey(pair.Key.Hub) && IsReported(pair.Key.Hub) && !starts.Contains(pair.Key.Resource)).GroupBy(pair => pair.Key.Resource).ToDictionary(
            group => group.Key,
            group => new ReachedResourceText(
                group.Min(pair => walk[pair.Key.Hub].Distance) + 1,
                group.Max(pair => Weaker(walk[pair.Key.Hub].Certainty, pair.Value)),
                Mask(group.Where(pair => Weaker(walk[pair.Key.Hub].Certainty, pair.Value) == Certainty.Proved).Select(pair => pair.Key.Hub)),
                Mask(group.Select(pair => pair.Key.Hub))));
    }

    /// <summary>Everything that walks to a target or reaches it as a resource.</summary>
    internal Dictionary<string, (int Distance, Certainty Certainty)> Exposed(IReadOnlyCollection<string> targets)
    {
        var exposed = new Dictionary<string, (int Distance, Certainty Certainty)>();
        foreach (string node in estate.Nodes.Select(node => node.Key).Where(key => !targets.Contains(key)))
        {
            var walk = Walk([node]);
            (int Distance, Certainty Certainty)[] ways = [
                .. targets.Where(walk.ContainsKey).Select(target => walk[target]),
                .. from pair in levels
                   where targets.Contains(pair.Key.Resource) && walk.ContainsKey(pair.Key.Hub) && IsReported(pair.Key.Hub)
                   select (walk[pair.Key.Hub].Distance + 1, Weaker(walk[pair.Key.Hub].Certainty, pair.Value))];
            if (ways.Length > 0)
            {
                exposed[node] = (ways.Min(way => way.Distance), ways.Max(way => way.Certainty));
            }
        }

        return exposed;
    }

    /// <summary>The least edge that walks from one step nearer.</summary>
    internal EdgeKey ParentOf(string node, Dictionary<string, (int Distance, Certainty Certainty)> walk) =>
        walked.SelectMany(edges => edges).Where(edge => edge.To == node && walk.TryGetValue(edge.From, out var from) && from.Distance == walk[node].Distance - 1).Min(edge => edge.Key);

    internal bool IsWalked(GraphEdge edge) =>
        (edge.Kind < EdgeKind.ExposedTo || (edge.Kind == EdgeKind.ExposedTo && options.IncludeExposedTo))
        && Effective(edge) >= options.Certainty && (options.IncludeInactive || IsActive(edge));

    private Dictionary<string, int> Distances(IEnumerable<string> starts, Certainty floor)
    {
        var distances = starts.Distinct().ToDictionary(start => start, _ => 0);
        var layer = distances.Keys.ToList();
        for (int depth = 1; layer.Count > 0 && depth <= options.MaxDepth; depth++)
        {
            layer = [.. layer.SelectMany(node => walked[node]).Where(edge => Effective(edge) >= floor && distances.TryAdd(edge.To, depth)).Select(edge => edge.To)];
        }

        return distances;
    }

    private Certainty? Level(string hub, string resource)
    {
        string[] within = [resource, .. Ancestors(resource)];
        GraphEdge[] over = [.. on[hub].Where(edge => edge.To == resource || (edge.On!.Covers == OnCovers.Subtree && within.Contains(edge.To)))];
        GraphEdge[] excepts = [.. over.Where(edge => edge.On!.Effect == OnEffect.Except && IsActive(edge))];
        GraphEdge[] whole = [.. excepts.Where(edge => edge.On!.Covers != OnCovers.Parts)];
        Certainty? best = null;
        foreach (GraphEdge allow in over.Where(edge => edge.On!.Effect == OnEffect.Allow && (options.IncludeInactive || IsActive(edge))))
        {
            bool removed = whole.Any(IsConclusive);
            bool doubted = whole.Length > 0;
            if (allow.On!.Covers == OnCovers.Parts)
            {
                removed |= allow.On.Parts.All(part => excepts.Any(except => IsConclusive(except) && except.On!.Parts.Any(wide => Includes(wide, part))));
                doubted |= allow.On.Parts.All(part => excepts.Any(except => except.On!.Parts.Any(wide => Includes(wide, part))));
            }

            Certainty level = doubted ? Weaker(Effective(allow), Certainty.Conditional) : Effective(allow);
            best = removed || best >= level ? best : level;
        }

        return best;
    }

    private IEnumerable<string> Ancestors(string resource)
    {
        for (string? container = parents.GetValueOrDefault(resource); container is not null; container = parents.GetValueOrDefault(container))
        {
            yield return container;
        }
    }

    /// <summary>One parent each, the least key; of a cycle, the least key becomes a root.</summary>
    private void ReadContainment()
    {
        var least = estate.Edges.Where(edge => edge.Kind == EdgeKind.Contains && edge.From != edge.To).GroupBy(edge => edge.To)
            .ToDictionary(group => group.Key, group => group.Select(edge => edge.From).Min(StringComparer.Ordinal)!);
        foreach ((string resource, string parent) in least)
        {
            var above = new List<string> { parent };
            while (!above.Contains(resource) && least.TryGetValue(above[^1], out string? next) && !above.Contains(next))
            {
                above.Add(next);
            }

            if (!(above.Contains(resource) && above.Min(StringComparer.Ordinal) == resource))
            {
                parents[resource] = parent;
            }
        }
    }

    private bool IsReported(string hub) => options.Capabilities.IsEmpty || options.Capabilities.Contains(CapabilityOf(hub));

    private Capability CapabilityOf(string hub) => VocabularyText.ParseOrDefault<Capability>(estate.Nodes.First(node => node.Key == hub)[PropertyNames.Capability]);

    private CapabilitySet Mask(IEnumerable<string> hubs) => CapabilitySet.Of([.. hubs.Select(CapabilityOf)]);

    private bool IsConclusive(GraphEdge except) => Effective(except) == Certainty.Proved && except.Conditions.IsEmpty;

    private Certainty Effective(GraphEdge edge) => options.Strict && !edge.Assumptions.IsEmpty ? Weaker(edge.Certainty, Certainty.Declared) : edge.Certainty;

    private bool IsActive(GraphEdge edge) => edge.Validity.InactiveAt(options.At) == InactiveReason.None;

    private static Certainty Weaker(Certainty a, Certainty b) => a < b ? a : b;

    private static bool Includes(string wide, string narrow) => Inclusions.GetOrAdd((wide, narrow), pair => Samples.Where(Matching(pair.narrow)).All(Matching(pair.wide)));

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<(string wide, string narrow), bool> Inclusions = new();

    private static Func<string, bool> Matching(string glob) =>
        new Regex("^" + Regex.Escape(glob).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$", RegexOptions.CultureInvariant).IsMatch;

    private static IEnumerable<string> Texts(int length) =>
        length == 0 ? [""] : Texts(length - 1).SelectMany(text => "abcx/", (text, letter) => text + letter);
}
