using NhiGraph.Analysis.Administrators;
using NhiGraph.Analysis.Tests.Answers;
using NhiGraph.Analysis.Tests.Judgements;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Paths;

namespace NhiGraph.Analysis.Tests.Administrators;

public sealed class RandomAdministratorTests
{
    [Fact]
    public void Administrators_equal_a_walk_from_every_node_with_and_without_techniques() => JudgementCases.Run("administrators", 150, seed =>
    {
        var random = new Random(~seed);
        PathGraph made = JudgementEstate.Make(seed), records = new(), plain = new();
        records.Nodes.AddRange(made.Nodes);
        plain.Nodes.AddRange(made.Nodes);
        foreach (GraphEdge edge in made.Edges.Values)
        {
            GraphEdge one = edge.Kind is EdgeKind.Yields or EdgeKind.CanAssume && random.Next(2) == 0 ? edge with { Technique = "iam-001" } : edge;
            records.Edges[one.Key] = one;
            if (one.Technique is null)
            {
                plain.Edges[one.Key] = one;
            }
        }

        var options = new TraversalOptions(JudgementEstate.Now) { Certainty = random.Next(2) == 0 ? Certainty.Inferred : (Certainty)random.Next(4), IncludeInactive = random.Next(4) == 0, Strict = random.Next(4) == 0 };
        AccessGraph graph = records.Build();
        AdministratorsAnswer answer = AdministratorsAnswer.Of(graph, options);

        var expected = new List<string>();
        foreach (GraphNode account in records.Nodes.Where(node => node[PropertyNames.ResourceType] == "ACCOUNT"))
        {
            foreach (GraphNode node in records.Nodes.Where(node => (node.Kinds & NodeKinds.Identity) != 0))
            {
                if (Strongest(records, options, node.Key, account.Key) is { } certainty)
                {
                    expected.Add($"{node.Key} {account.Key} {certainty} {Strongest(plain, options, node.Key, account.Key)}");
                }
            }
        }

        Assert.Equal(expected.Order(StringComparer.Ordinal), answer.All.Select(one => $"{graph.KeyOf(one.Node)} {graph.KeyOf(one.Account)} {one.Certainty} {one.Direct}").Order(StringComparer.Ordinal));
        return expected.Count;
    });

    private static Certainty? Strongest(PathGraph records, TraversalOptions options, string node, string account)
    {
        var reach = new NaiveReach(records, options);
        foreach (Certainty level in Enum.GetValues<Certainty>().Where(level => level >= options.Certainty).OrderDescending())
        {
            HashSet<string> reached = [.. reach.Distances([node], level).Keys];
            if (records.Nodes.Any(hub => hub[PropertyNames.Capability] == "ADMINISTER" && reached.Contains(hub.Key) && reach.Given(hub.Key).TryGetValue(account, out Certainty given) && given >= level))
            {
                return level;
            }
        }

        return null;
    }
}
