using NhiGraph.Analysis.Answers;
using NhiGraph.Analysis.Exposure;
using NhiGraph.Analysis.Tests.Answers;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Paths;

namespace NhiGraph.Analysis.Tests.Exposure;

public sealed class RandomExposureTests
{
    [Fact]
    public void Who_can_reach_equals_the_twin()
    {
        int entities = 0;
        int open = 0;
        foreach (Cases test in Cases.All())
        {
            Dictionary<string, int> distances = test.Naive.DistancesTo(test.Starts, test.Options.Certainty);
            Dictionary<string, Certainty> certainties = [];
            for (Certainty floor = test.Options.Certainty; floor <= Certainty.Proved; floor++)
            {
                foreach (string key in test.Naive.DistancesTo(test.Starts, floor).Keys)
                {
                    certainties[key] = floor;
                }
            }

            using var answer = ExposureAnswer.Of(test.Built, test.Keys, test.Options);
            List<string> expected = [.. distances.OrderBy(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value} {certainties[pair.Key]}")];
            Page<ReachedNode> page = answer.Entities(NodeKinds.None, 0, 1_000);
            test.Same(expected, page.Items.Select(item => $"{test.KeyOf(item.Node)} {item.Distance} {item.Certainty}"), "entities");
            test.Equal(distances.ContainsKey(WellKnownKeys.Anyone) || distances.ContainsKey(WellKnownKeys.AnyAuthenticated), answer.Public, "public");
            CheckSummary(test, distances, certainties, answer);
            CheckPaths(test, answer, page);
            entities += page.Total;
            open += answer.Public ? 1 : 0;
        }

        Suite.Ran("exposure", Cases.Count, $"{entities} entities, {open} public");
        Assert.True(entities > Cases.Count && open > 0);
    }

    private static void CheckSummary(Cases test, Dictionary<string, int> distances, Dictionary<string, Certainty> certainties, ExposureAnswer answer)
    {
        ReachSummary summary = answer.Summary;
        test.Equal(Count(NodeKinds.Identity), summary.Identities, "identities");
        test.Equal(Count(NodeKinds.Human), summary.Humans, "humans");
        test.Equal(Count(NodeKinds.Consumer), summary.Consumers, "consumers");
        test.Equal(Count(NodeKinds.Credential), summary.Credentials, "credentials");
        test.Equal(Count(NodeKinds.Entitlement), summary.Entitlements, "entitlements");
        test.Equal(new ReachBounds(0, 0), summary.Resources, "resources");
        test.Equal(distances.Values.DefaultIfEmpty(0).Max(), summary.Depth, "depth");
        test.Equal(distances.Keys.Select(key => test.Property(key, PropertyNames.Scope)).OfType<string>().Distinct().Count(), summary.Scopes.Possible, "scopes");

        ReachBounds Count(NodeKinds kind) => new(
            distances.Keys.Count(key => (test.KindsOf(key) & kind) != 0 && certainties[key] == Certainty.Proved),
            distances.Keys.Count(key => (test.KindsOf(key) & kind) != 0));
    }

    private static void CheckPaths(Cases test, ExposureAnswer answer, Page<ReachedNode> page)
    {
        foreach (ReachedNode item in page.Items.Take(6))
        {
            AccessPath shortest = answer.PathFrom(item.Node, PathOrder.Shortest)!;
            AccessPath strongest = answer.PathFrom(item.Node, PathOrder.Strongest)!;
            test.Equal((item.Node, item.Distance), (shortest.Start, shortest.Length), "shortest path");
            test.Equal((item.Node, item.Certainty), (strongest.Start, strongest.Certainty), "strongest path");
            Assert.Contains(shortest.Target, answer.Targets.Nodes);
        }
    }
}
