using NhiGraph.Graph.Components;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Estates;
using NhiGraph.Graph.Tests.Reach;

namespace NhiGraph.Graph.Tests.Components;

public sealed class ReachOfAllTests
{
    [Fact]
    public void EveryNode_ReachesWhatItsTwinSays() => CaseCount.Run("reach of all against its twin", 1000, seed =>
    {
        RandomEstate estate = RandomEstate.Make(seed);
        TraversalOptions options = estate.Options() with { MaxDepth = int.MaxValue, Capabilities = default };
        AccessGraph graph = estate.Build();
        var twin = new NaiveReach(estate, options);
        Dictionary<string, NodeColumns> columns = estate.Nodes.ToDictionary(node => node.Key, NodeColumns.Of);

        ReachOfAll all = ReachOfAll.Of(Condensation.Of(graph, options), blockWords: 1);

        foreach (string key in columns.Keys)
        {
            Assert.True(graph.TryFind(key, out int node));
            Dictionary<string, ReachedResourceText> resources = twin.Resources([key]);
            var walked = twin.Walk([key]);
            int sensitive = resources.Keys.Count(resource => columns[resource].Traits is ResourceTraits.HoldsData or ResourceTraits.RunsCode && columns[resource].Sensitivity >= Sensitivity.Confidential);
            bool any = resources.Any(resource => columns[resource.Key].Traits != ResourceTraits.Container || resource.Value.Possible.Contains(Capability.Administer));
            IEnumerable<Capability> capabilities = twin.Levels.Keys.Where(pair => walked.ContainsKey(pair.Hub)).Select(pair => (Hub: columns[pair.Hub].Capability!.Value, columns[pair.Resource].Traits))
                .Where(pair => pair.Traits != ResourceTraits.Container || pair.Hub == Capability.Administer).Select(pair => pair.Hub);
            Assert.Equal((key, sensitive, any), (key, all.SensitiveOf(node), all.ReachesResources(node)));
            Assert.Equal(capabilities.Distinct().Order(), all.CapabilitiesOf(node).Members());
        }
    });

    /// <summary>More sensitive resources than a block holds, ranges that begin and end inside and across blocks, diamonds and rings of roles.</summary>
    [Fact]
    public void ManyBlocks_CountAsOneSearchANodeDoes()
    {
        for (int seed = 0; seed < CaseCount.Of(20); seed++)
        {
            AccessGraph graph = Wide(new Random(seed));
            var options = new TraversalOptions(0);
            using ReachWorkspace reach = ReachWorkspace.Rent(graph);
            ReachOfAll all = ReachOfAll.Of(Condensation.Of(graph, options));
            for (int node = 0; node < graph.NodeCount; node++)
            {
                if (graph.KindsOf(node) == NodeKinds.Identity)
                {
                    reach.Forward([node], options);
                    Assert.Equal(reach.Resources.Sensitive.Possible, all.SensitiveOf(node));
                }
            }
        }
    }

    private static AccessGraph Wide(Random random)
    {
        var builder = new AccessGraphBuilder();
        int root = builder.AddNode("root", Resource(ResourceTraits.Container, Sensitivity.Internal));
        int[] things = [.. Enumerable.Range(0, 1500).Select(i => builder.AddNode($"thing {i:0000}", Resource(ResourceTraits.HoldsData, random.Next(2) == 0 ? Sensitivity.Restricted : Sensitivity.Internal)))];
        int[] hubs = [.. Enumerable.Range(0, 60).Select(i => builder.AddNode($"hub {i:00}", new NodeColumns(NodeKinds.Entitlement) { Capability = Capability.ReadData }))];
        int[] roles = [.. Enumerable.Range(0, 80).Select(i => builder.AddNode($"role {i:00}", new NodeColumns(NodeKinds.Identity)))];
        int self = builder.AddDetails(EdgeDetails.None with { On = OnTarget.AllowSelf, Qualifier = "self" });
        int subtree = builder.AddDetails(EdgeDetails.None with { On = OnTarget.AllowSubtree, Qualifier = "subtree" });
        for (int i = 0; i < things.Length; i++)
        {
            builder.AddEdge(i < 100 ? root : things[random.Next(i / 100 * 100)], things[i], EdgeKind.Contains, Certainty.Proved);
        }

        foreach (int hub in hubs)
        {
            int[] targets = [.. Enumerable.Range(0, random.Next(1, 20)).Select(_ => things[random.Next(things.Length)]).Distinct()];
            foreach (int target in targets)
            {
                builder.AddEdge(hub, target, EdgeKind.On, Certainty.Proved, random.Next(2) == 0 ? self : subtree);
            }
        }

        builder.AddEdge(hubs[0], root, EdgeKind.On, Certainty.Proved, subtree);
        foreach (int role in roles)
        {
            for (int i = random.Next(3); i > 0; i--)
            {
                builder.AddEdge(role, hubs[random.Next(hubs.Length)], EdgeKind.Holds, Certainty.Proved);
                builder.AddEdge(role, roles[random.Next(roles.Length)], EdgeKind.CanAssume, Certainty.Proved);
            }
        }

        return builder.Build("wide");
    }

    private static NodeColumns Resource(ResourceTraits traits, Sensitivity sensitivity) => new(NodeKinds.Resource) { Traits = traits, Sensitivity = sensitivity };
}
