using NhiGraph.Analysis.Tests.Answers;
using NhiGraph.Analysis.ToxicCombinations;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Paths;

namespace NhiGraph.Analysis.Tests.ToxicCombinations;

/// <summary>The rule of control groups, word for word: every actor is tried by a search of its own.</summary>
internal sealed class NaiveToxic
{
    private readonly PathGraph _graph;
    private readonly NaiveReach _reach;
    private readonly Dictionary<string, GraphNode> _nodes;
    private readonly Dictionary<string, HashSet<string>> _reached;
    private readonly Dictionary<string, HashSet<string>> _given;
    private readonly Dictionary<string, HashSet<string>> _administered;

    internal NaiveToxic(PathGraph graph, TraversalOptions options)
    {
        _graph = graph;
        _reach = new(graph, options);
        _nodes = graph.Nodes.ToDictionary(node => node.Key);
        Actors = [.. graph.Nodes.Where(IsActor).Select(node => node.Key)];
        _reached = Actors.ToDictionary(actor => actor, actor => _reach.Distances([actor], options.Certainty).Keys.ToHashSet());
        _given = graph.Nodes.Where(node => node.Kinds == NodeKinds.Entitlement).ToDictionary(hub => hub.Key, hub => _reach.Given(hub.Key).Keys.ToHashSet());
        _administered = Actors.ToDictionary(actor => actor, actor => Collected(actor, CapabilitySet.Of(Capability.Administer)).Where(resource => _nodes[resource][PropertyNames.ResourceType] == "ACCOUNT")
            .Select(ScopeOf).OfType<string>().ToHashSet());
    }

    internal IReadOnlyList<string> Actors { get; }

    /// <summary>Rule, who acts (all who can become each other), accounts.</summary>
    internal SortedSet<string> Find(IEnumerable<ToxicRule> rules)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (ToxicRule rule in rules.Append(ToxicRule.Administrators))
        {
            foreach (string actor in Actors)
            {
                string[] members = [.. Actors.Where(other => _reached[actor].Contains(other) && _reached[other].Contains(actor)).Order(StringComparer.Ordinal)];
                string[] controlled = [.. Actors.Where(other => _reached[actor].Contains(other) && !members.Contains(other))];
                string[] accounts = [.. Covers(rule, actor).Where(account => !controlled.Any(other => Covers(rule, other).Contains(account))).Order(StringComparer.Ordinal)];
                if (accounts.Length > 0)
                {
                    found.Add($"{rule.Id}: {string.Join(' ', members)} in {string.Join(' ', accounts)}");
                }
            }
        }

        return found;
    }

    /// <summary>The accounts in which the actor has all parts; "anywhere" where the rule spans the estate.</summary>
    internal IEnumerable<string> Covers(ToxicRule rule, string actor)
    {
        if (rule == ToxicRule.Administrators)
        {
            return _administered[actor];
        }

        List<HashSet<string>> parts = [.. rule.Parts.Select(part => Collected(actor, part.Capabilities).Where(resource => Matches(part.On, resource)).Select(resource => ScopeOf(resource) ?? "")
            .Where(scope => !_administered[actor].Contains(scope)).ToHashSet())];
        return rule.Span == RuleSpan.Anywhere
            ? parts.All(part => part.Count > 0) ? ["anywhere"] : []
            : parts.Aggregate((all, part) => [.. all.Intersect(part)]).Where(scope => scope.Length > 0);
    }

    internal bool Matches(PartTarget target, string resource)
    {
        GraphNode node = _nodes[resource];
        string? environment = new[] { resource }.Concat(_reach.Above(resource)).Select(key => _nodes[key][PropertyNames.Environment]).FirstOrDefault(found => found is not null);
        return (target.MinSensitivity == Sensitivity.Unknown || (NaiveRadius.IsCounted(node) && VocabularyText.ParseOrDefault<Sensitivity>(node[PropertyNames.Sensitivity]) >= target.MinSensitivity))
            && (target.Types.IsEmpty || target.Types.Contains(VocabularyText.ParseOrDefault<ResourceType>(node[PropertyNames.ResourceType])))
            && (target.Environments.IsEmpty || target.Environments.Any(wanted => wanted.Equals(environment, StringComparison.OrdinalIgnoreCase)))
            && (target.Tag is not { } tag || node[tag.Name] == tag.Value);
    }

    internal string? ScopeOf(string key) => _nodes[key][PropertyNames.Scope];

    private IEnumerable<string> Collected(string actor, CapabilitySet capabilities) =>
        _reached[actor].Where(node => _given.ContainsKey(node) && capabilities.Contains(_reach.CapabilityOf(node))).SelectMany(hub => _given[hub]);

    private static bool IsActor(GraphNode node) => (node.Kinds & (NodeKinds.Human | NodeKinds.Credential | NodeKinds.Identity)) != 0
        || ((node.Kinds & NodeKinds.Consumer) != 0 && node[PropertyNames.ConsumerType] != "CLOUD_SERVICE");
}
