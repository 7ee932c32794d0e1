using NhiGraph.Analysis.Answers;
using NhiGraph.Analysis.BlastRadius;
using NhiGraph.Analysis.Tests.Answers;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Paths;

namespace NhiGraph.Analysis.Tests.BlastRadius;

public sealed class PictureTests
{
    [Fact]
    public void Picture_RoomForAll_ShowsEveryNodeAndWalkedEdgeOnce()
    {
        int lines = 0;
        foreach (Cases test in Cases.All().Take(Cases.Count / 3))
        {
            var naive = new NaiveRadius(test.Records, test.Naive, test.Options, test.Starts);
            using var answer = BlastRadiusAnswer.Of(test.Built, test.Keys, test.Options);
            Subgraph picture = answer.Picture(1_000);
            Dictionary<int, string> shown = picture.Nodes.ToDictionary(dot => dot.Id, dot => test.KeyOf(dot.Node));
            test.Equal(0, picture.Joined, "joined");
            test.Same(naive.Distances.Keys.Union(naive.Resources.Keys).Order(StringComparer.Ordinal), shown.Values.Order(StringComparer.Ordinal), "dots");
            test.Same(
                test.Naive.Walkable(test.Options.Certainty).Where(edge => edge.From != edge.To && naive.Distances.ContainsKey(edge.From) && naive.Distances.ContainsKey(edge.To))
                    .GroupBy(edge => $"{edge.From} {edge.Kind} {edge.To}").Select(group => $"{group.Key} {group.Max(test.Naive.Demoted)} {group.Count()}").Order(StringComparer.Ordinal),
                picture.Edges.Where(edge => edge.Kind != EdgeKind.On).Select(edge => $"{shown[edge.From]} {edge.Kind} {shown[edge.To]} {edge.Certainty} {edge.Count}").Order(StringComparer.Ordinal),
                "lines");
            foreach (SubgraphNode dot in picture.Nodes.Where(dot => dot.Kind == NodeKind.Resource && dot.Distance > 0))
            {
                Assert.Contains(picture.Edges, edge => edge.To == dot.Id && edge.Kind == EdgeKind.On && picture.Nodes[edge.From].Distance == dot.Distance - 1);
            }

            lines += picture.Edges.Length;
        }

        Suite.Ran("pictures", Cases.Count / 3, $"{lines} lines");
        Assert.True(lines > Cases.Count / 3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(12)]
    public void Picture_LittleRoom_JoinsByKindAndDistanceAndLosesNobody(int maxNodes)
    {
        AccessGraph graph = Star(roles: 30);
        using var answer = BlastRadiusAnswer.Of(graph, ["start"], new TraversalOptions(0));
        Subgraph picture = answer.Picture(maxNodes);
        Assert.True(picture.Nodes.Length <= maxNodes);
        Assert.Equal(maxNodes >= 4 ? 1 + 30 + 30 + 30 : 1, picture.Nodes.Sum(dot => dot.Count));
        Assert.Equal(1 + 30 + 30 + 30 - picture.Nodes.Count(dot => dot.Node >= 0), picture.Joined);
        if (maxNodes >= 4)
        {
            SubgraphNode roles = picture.Nodes.Single(dot => dot.Kind == NodeKind.Identity && dot.Distance == 1);
            Assert.Equal((30, -1), (roles.Count, roles.Node));
            Assert.Equal(30, picture.Edges.Single(edge => edge.Kind == EdgeKind.CanAssume).Count);
            Assert.Equal(30, picture.Edges.Single(edge => edge.Kind == EdgeKind.On).Count);
        }
    }

    private static AccessGraph Star(int roles)
    {
        SmallGraph graph = new SmallGraph().Nodes(NodeKinds.Identity, "start");
        for (int i = 0; i < roles; i++)
        {
            graph.Nodes(NodeKinds.Identity, $"role{i}").Nodes(NodeKinds.Entitlement, $"hub{i}").Nodes(NodeKinds.Resource, $"bucket{i}")
                .Edge("start", EdgeKind.CanAssume, $"role{i}").Edge($"role{i}", EdgeKind.Holds, $"hub{i}").Edge($"hub{i}", EdgeKind.On, $"bucket{i}", on: OnTarget.AllowSelf);
        }

        return graph.Build();
    }
}
