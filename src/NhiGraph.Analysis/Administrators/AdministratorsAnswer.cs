using System.Collections.Immutable;
using NhiGraph.Analysis.ToxicCombinations;
using NhiGraph.Graph.Components;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Analysis.Administrators;

/// <summary>Who administers which account, told apart: directly, or by techniques only. O(accounts x edges that lead to administrators).</summary>
public sealed class AdministratorsAnswer
{
    private readonly Dictionary<(int Node, int Account), Administrator> _known;

    private AdministratorsAnswer(AccessGraph graph, TraversalOptions options, Dictionary<(int Node, int Account), Administrator> known)
    {
        (Graph, Options, _known) = (graph, options, known);
        All = [.. known.Values.Where(one => (graph.KindsOf(one.Node) & NodeKinds.Identity) != 0).OrderBy(one => one.Account).ThenBy(one => one.Node)];
    }

    public AccessGraph Graph { get; }

    public TraversalOptions Options { get; }

    /// <summary>Identities, by account and key.</summary>
    public ImmutableArray<Administrator> All { get; }

    /// <summary>Whatever the node is; null where it administers no such account.</summary>
    public Administrator? Find(int node, int account) => _known.TryGetValue((node, account), out Administrator found) ? found : null;

    public static AdministratorsAnswer Of(AccessGraph graph, TraversalOptions options)
    {
        var known = new Dictionary<(int, int), Administrator>();
        foreach ((int account, List<(int Hub, Certainty Certainty)> hubs) in HubsOf(graph, options))
        {
            Dictionary<int, Certainty> any = Strengths(graph, options, hubs, techniques: true), direct = Strengths(graph, options, hubs, techniques: false);
            foreach ((int node, Certainty certainty) in any)
            {
                known.Add((node, account), new(node, account, direct.TryGetValue(node, out Certainty without) ? without : null, certainty));
            }
        }

        return new(graph, options, known);
    }

    /// <summary>For each account the entitlements that administer it, each as certain as what it is over.</summary>
    private static SortedDictionary<int, List<(int Hub, Certainty Certainty)>> HubsOf(AccessGraph graph, TraversalOptions options)
    {
        (Certainty Level, CoveredResources Covered)[] levels = [.. Enum.GetValues<Certainty>().Where(level => level >= options.Certainty).OrderDescending().Select(level => (level, new CoveredResources(graph, options with { Certainty = level })))];
        ImmutableArray<ResourceType> types = ToxicRule.Administrators.Parts[0].On.Types;
        int[] accounts = [.. Enumerable.Range(0, graph.ResourceCount).Where(position => types.Contains(graph.ResourceTypeOf(graph.ResourceAt(position))))];
        var found = new SortedDictionary<int, List<(int, Certainty)>>();
        for (int hub = 0; hub < graph.NodeCount; hub++)
        {
            if (!graph.HasCapability(hub) || graph.CapabilityOf(hub) != Capability.Administer)
            {
                continue;
            }

            var over = new HashSet<int>();
            foreach ((Certainty level, CoveredResources covered) in levels)
            {
                foreach (PositionRange range in covered.Of(hub))
                {
                    foreach (int position in accounts.Where(position => position >= range.Start && position < range.End && over.Add(position)))
                    {
                        int account = graph.ResourceAt(position);
                        (found.TryGetValue(account, out List<(int, Certainty)>? hubs) ? hubs : found[account] = []).Add((hub, level));
                    }
                }
            }
        }

        return found;
    }

    /// <summary>How certain the strongest way of each node is to one of the entitlements; the strongest ways are walked first, so that each node is seen once.</summary>
    private static Dictionary<int, Certainty> Strengths(AccessGraph graph, TraversalOptions options, List<(int Hub, Certainty Certainty)> hubs, bool techniques)
    {
        var rule = new WalkRule(graph, options, options.Certainty);
        var strongest = new Dictionary<int, Certainty>();
        Stack<int>[] todo = [.. Enum.GetValues<Certainty>().Select(_ => new Stack<int>())];
        hubs.ForEach(hub => todo[(int)hub.Certainty].Push(hub.Hub));
        for (int level = todo.Length - 1; level >= 0; level--)
        {
            while (todo[level].TryPop(out int node))
            {
                if (!strongest.TryAdd(node, (Certainty)level))
                {
                    continue;
                }

                foreach (AccessEdge edge in graph.In(node))
                {
                    if (rule.Walks(edge, out Certainty certainty) && (techniques || graph.TechniqueOf(edge.Id) is null))
                    {
                        todo[Math.Min(level, (int)certainty)].Push(edge.From);
                    }
                }
            }
        }

        return strongest;
    }
}
