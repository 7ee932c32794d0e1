using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Estates;

namespace NhiGraph.Graph.Tests.Reach;

public sealed class ReachAgainstTwinTests
{
    [Fact]
    public void Forward_RandomGraphs_EqualsTheTwin() => CaseCount.Run("reach-forward", 10_000, seed =>
    {
        RandomEstate estate = RandomEstate.Make(seed);
        if (estate.Nodes.Count == 0)
        {
            return;
        }

        AccessGraph graph = estate.Build();
        using ReachWorkspace reach = ReachWorkspace.Rent(graph);
        for (int question = 0; question < 3; question++)
        {
            TraversalOptions options = estate.Options();
            string[] starts = estate.Starts();
            var naive = new NaiveReach(estate, options);
            var walk = naive.Walk(starts);

            reach.Forward(Find(graph, starts), options);

            var expected = walk.Where(pair => !starts.Contains(pair.Key)).OrderBy(pair => pair.Value.Distance).ThenBy(pair => pair.Key, StringComparer.Ordinal);
            Assert.Equal(expected.Select(pair => (pair.Key, pair.Value.Distance, pair.Value.Certainty)), reach.Nodes.Select(node => (graph.KeyOf(node.Node), node.Distance, node.Certainty)));
            foreach (ReachedNode node in reach.Nodes)
            {
                Assert.Equal(naive.ParentOf(graph.KeyOf(node.Node), walk), graph.EdgeKeyOf(reach.ParentEdgeOf(node.Node)));
            }

            AssertKinds(estate, walk.Where(pair => !starts.Contains(pair.Key)).ToDictionary(), reach);
            AssertResources(estate, naive.Resources(starts), reach);
        }
    });

    [Fact]
    public void Reverse_RandomGraphs_EqualsTheTwin() => CaseCount.Run("reach-reverse", 10_000, seed =>
    {
        RandomEstate estate = RandomEstate.Make(seed);
        if (estate.Nodes.Count == 0)
        {
            return;
        }

        AccessGraph graph = estate.Build();
        TraversalOptions options = estate.Options();
        string[] targets = estate.Starts(seed % 2 == 0 ? NodeKinds.Resource : (NodeKinds)0x1FF);
        var naive = new NaiveReach(estate, options);
        var exposed = naive.Exposed(targets);
        using ReachWorkspace reach = ReachWorkspace.Rent(graph);

        reach.Reverse(Find(graph, targets), options);

        var expected = exposed.OrderBy(pair => pair.Value.Distance).ThenBy(pair => pair.Key, StringComparer.Ordinal);
        Assert.Equal(expected.Select(pair => (pair.Key, pair.Value.Distance, pair.Value.Certainty)), reach.Nodes.Select(node => (graph.KeyOf(node.Node), node.Distance, node.Certainty)));
        AssertKinds(estate, exposed, reach);
        foreach (ReachedNode node in reach.Nodes)
        {
            AssertWay(estate, naive, targets, options, reach, node);
        }
    });

    private static void AssertKinds(RandomEstate estate, Dictionary<string, (int Distance, Certainty Certainty)> reached, ReachWorkspace reach)
    {
        Dictionary<string, NodeKinds> kinds = estate.Nodes.ToDictionary(node => node.Key, node => node.Kinds);
        foreach (NodeKind kind in Enum.GetValues<NodeKind>())
        {
            var of = reached.Where(pair => ((int)kinds[pair.Key] >> (int)kind & 1) != 0).ToArray();
            Assert.Equal(new ReachBounds(of.Count(pair => pair.Value.Certainty == Certainty.Proved), of.Length), reach.CountOf(kind));
        }
    }

    private static void AssertResources(RandomEstate estate, Dictionary<string, ReachedResourceText> expected, ReachWorkspace reach)
    {
        AccessGraph graph = reach.Graph;
        Dictionary<string, GraphNode> nodes = estate.Nodes.ToDictionary(node => node.Key);
        var ordered = expected.OrderBy(pair => pair.Value.Distance).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToArray();
        var found = new List<(string, ReachedResourceText)>();
        foreach (int node in reach.Resources.List(new ResourceQuery { Selection = ResourceSelection.All }).ToArray())
        {
            Assert.True(reach.Resources.TryFind(node, out ReachedResource resource));
            found.Add((graph.KeyOf(node), new ReachedResourceText(resource.Distance, resource.Certainty, resource.Proved, resource.Possible)));
            AssertEndsInOn(reach, resource);
        }

        Assert.Equal(ordered.Select(pair => (pair.Key, pair.Value)), found);

        bool IsContainer(string key) => NodeColumns.Of(nodes[key]).Traits == ResourceTraits.Container;
        bool Counts(string key) => NodeColumns.Of(nodes[key]).Traits is ResourceTraits.HoldsData or ResourceTraits.RunsCode;
        bool Sensitive(string key) => VocabularyText.ParseOrDefault<Sensitivity>(nodes[key][PropertyNames.Sensitivity]) >= Sensitivity.Confidential;
        Assert.Equal(Bounds(ordered, pair => Counts(pair.Key), CapabilitySet.All), reach.Resources.Counted);
        Assert.Equal(Bounds(ordered, pair => Counts(pair.Key) && Sensitive(pair.Key), CapabilitySet.All), reach.Resources.Sensitive);
        Assert.Equal(Bounds(ordered, pair => IsContainer(pair.Key), CapabilitySet.Of(Capability.Administer)), reach.Resources.Administered);
        foreach (Capability capability in Enum.GetValues<Capability>())
        {
            Assert.Equal(Bounds(ordered, pair => !IsContainer(pair.Key), CapabilitySet.Of(capability)), reach.Resources.CountOf(capability));
        }

        CapabilitySet asked = CapabilitySet.Of(Capability.ReadData, Capability.List);
        Assert.Equal(
            ordered.Where(pair => Counts(pair.Key) && Sensitive(pair.Key) && !pair.Value.Possible.Intersect(asked).IsEmpty).Select(pair => pair.Key),
            reach.Resources.List(new ResourceQuery { MinSensitivity = Sensitivity.Confidential, Capabilities = asked }).ToArray().Select(graph.KeyOf));
        Assert.Equal(
            ordered.Where(pair => IsContainer(pair.Key) && pair.Value.Possible.Contains(Capability.Administer)).Select(pair => pair.Key),
            reach.Resources.List(new ResourceQuery { Selection = ResourceSelection.Administered }).ToArray().Select(graph.KeyOf));
        Assert.Equal(
            ordered.Where(pair => !IsContainer(pair.Key) || pair.Value.Possible.Contains(Capability.Administer)).Select(pair => pair.Key),
            reach.Resources.List(new ResourceQuery { Selection = ResourceSelection.Targets }).ToArray().Select(graph.KeyOf));
        AssertSubtrees(ordered.Select(pair => pair.Key), new NaiveReach(estate, reach.Options).Parents, reach);
    }

    private static void AssertSubtrees(IEnumerable<string> ordered, IReadOnlyDictionary<string, string> parents, ReachWorkspace reach)
    {
        for (int under = 0; under < reach.Graph.NodeCount; under += 5)
        {
            string root = reach.Graph.KeyOf(under);
            bool Within(string key) => key == root || (parents.TryGetValue(key, out string? parent) && Within(parent));
            Assert.Equal(ordered.Where(Within), reach.Resources.List(new ResourceQuery { Selection = ResourceSelection.All, Under = under }).ToArray().Select(reach.Graph.KeyOf));
        }
    }

    private static void AssertEndsInOn(ReachWorkspace reach, ReachedResource resource)
    {
        AccessEdge edge = reach.Graph.EdgeAt(reach.Resources.OnEdgeOf(resource.Node));
        Assert.Equal(EdgeKind.On, edge.Kind);
        Assert.Equal(resource.Distance, reach.DistanceOf(edge.From) + 1);
        Assert.All(resource.Possible.Members(), capability => Assert.Equal(capability, reach.Graph.CapabilityOf(reach.Graph.EdgeAt(reach.Resources.OnEdgeOf(resource.Node, capability)).From)));
        Assert.Equal(-1, reach.Resources.OnEdgeOf(resource.Node, Capability.ManageKeys));
    }

    private static ReachBounds Bounds(KeyValuePair<string, ReachedResourceText>[] all, Func<KeyValuePair<string, ReachedResourceText>, bool> which, CapabilitySet capabilities) => new(
        all.Count(pair => which(pair) && !pair.Value.Proved.Intersect(capabilities).IsEmpty),
        all.Count(pair => which(pair) && !pair.Value.Possible.Intersect(capabilities).IsEmpty));

    /// <summary>Following parents from a node leads to a start in as many steps as its distance, by edges that the options walk, no more than the most depth beside ON.</summary>
    private static void AssertWay(RandomEstate estate, NaiveReach naive, string[] targets, TraversalOptions options, ReachWorkspace reach, ReachedNode from)
    {
        AccessGraph graph = reach.Graph;
        int steps = 0;
        int walkedSteps = 0;
        int node = from.Node;
        while (!targets.Contains(graph.KeyOf(node)))
        {
            AccessEdge edge = graph.EdgeAt(reach.ParentEdgeOf(node));
            Assert.Equal(node, edge.From);
            steps++;
            if (edge.Kind == EdgeKind.On)
            {
                Assert.Contains(targets, target => naive.Levels.ContainsKey((graph.KeyOf(node), target)));
                break;
            }

            walkedSteps++;
            Assert.Contains(estate.Edges, walked => walked.Key == graph.EdgeKeyOf(edge.Id) && naive.IsWalked(walked));
            node = edge.To;
        }

        Assert.Equal(from.Distance, steps);
        Assert.True(walkedSteps <= options.MaxDepth);
    }

    private static int[] Find(AccessGraph graph, string[] keys) => [.. keys.Select(key => graph.TryFind(key, out int node) ? node : throw new ArgumentException(key))];
}
