using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Paths;

namespace NhiGraph.Analysis.Tests.Answers;

/// <summary>A blast radius on the records alone: what is walked to, and what the entitlements among it give.</summary>
internal sealed class NaiveRadius
{
    private readonly PathGraph _graph;
    private readonly NaiveReach _reach;
    private readonly TraversalOptions _options;
    private readonly string[] _starts;

    internal NaiveRadius(PathGraph graph, NaiveReach reach, TraversalOptions options, string[] starts)
    {
        (_graph, _reach, _options, _starts) = (graph, reach, options, starts);
        Distances = reach.Distances(starts, options.Certainty);
        Certainties = reach.Certainties(starts);
        foreach (string hub in Distances.Keys.Where(Reports))
        {
            foreach ((string resource, Certainty given) in reach.Given(hub))
            {
                Collect(hub, resource, given < Certainties[hub] ? given : Certainties[hub]);
            }
        }
    }

    /// <summary>The starts at 0 and all that is walked to.</summary>
    internal Dictionary<string, int> Distances { get; }

    internal Dictionary<string, Certainty> Certainties { get; }

    internal Dictionary<string, (int Distance, Certainty Certainty, CapabilitySet Proved, CapabilitySet Possible)> Resources { get; } = [];

    internal IEnumerable<string> Entities => Distances.Keys.Except(_starts);

    internal ReachBounds Count(NodeKinds kind)
    {
        List<string> reached = [.. Entities.Where(key => (Node(key).Kinds & kind) != 0)];
        return new(reached.Count(key => Certainties[key] == Certainty.Proved), reached.Count);
    }

    internal ReachBounds CountResources(Func<GraphNode, bool> which, Capability? capability = null) => new(
        Resources.Count(pair => which(Node(pair.Key)) && Has(pair.Value.Proved, capability)),
        Resources.Count(pair => which(Node(pair.Key)) && Has(pair.Value.Possible, capability)));

    /// <summary>The parts of a resource, over all entitlements that give some of it; empty where one gives it whole.</summary>
    internal IEnumerable<string> Parts(string resource)
    {
        List<SortedSet<string>?> parts = [.. Distances.Keys.Where(Reports).Where(hub => _reach.Given(hub).ContainsKey(resource)).Select(hub => _reach.Parts(hub, resource))];
        return parts.Contains(null) ? [] : parts.SelectMany(some => some!).Distinct().Order(StringComparer.Ordinal);
    }

    internal bool Reports(string node) => Node(node).Kinds == NodeKinds.Entitlement && (_options.Capabilities.IsEmpty || _options.Capabilities.Contains(_reach.CapabilityOf(node)));

    /// <summary>Holds data or runs code.</summary>
    internal static bool IsCounted(GraphNode node) =>
        Vocabulary.TraitsOf(VocabularyText.ParseOrDefault<ResourceType>(node[PropertyNames.ResourceType])) is ResourceTraits.HoldsData or ResourceTraits.RunsCode;

    internal static bool IsSensitive(GraphNode node) => IsCounted(node) && VocabularyText.ParseOrDefault<Sensitivity>(node[PropertyNames.Sensitivity]) >= Sensitivity.Confidential;

    internal static bool IsContainer(GraphNode node) =>
        Vocabulary.TraitsOf(VocabularyText.ParseOrDefault<ResourceType>(node[PropertyNames.ResourceType])) == ResourceTraits.Container;

    internal GraphNode Node(string key) => _graph.Nodes.Single(node => node.Key == key);

    private static bool Has(CapabilitySet set, Capability? capability) => capability is { } one ? set.Contains(one) : !set.IsEmpty;

    private void Collect(string hub, string resource, Certainty certainty)
    {
        if (_starts.Contains(resource))
        {
            return;
        }

        (int distance, Certainty best, CapabilitySet proved, CapabilitySet possible) = Resources.GetValueOrDefault(resource, (int.MaxValue, Certainty.Inferred, default, default));
        Capability capability = _reach.CapabilityOf(hub);
        Resources[resource] = (
            Math.Min(distance, Distances[hub] + 1),
            certainty > best ? certainty : best,
            certainty == Certainty.Proved ? proved.With(capability) : proved,
            possible.With(capability));
    }
}
