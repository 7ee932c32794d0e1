using System.Globalization;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Graph.Tests.Paths;

/// <summary>Thousands of seeded random graphs, judged by the naive twin. <c>NHIGRAPH_LONG</c> set: ten times as many.</summary>
public sealed class RandomPathTests
{
    private static readonly int Cases = Suite.Long ? 20_000 : 2_000;

    [Fact]
    public void Simple_paths_are_all_there_in_order_and_no_others()
    {
        long paths = 0;
        for (int seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var graph = PathGraph.Random(random);
            TraversalOptions options = Options(random);
            string[] from = Some(random, graph);
            string[] to = Some(random, graph);
            List<string> expected = [.. new NaivePaths(graph, options).All(from, to).Select(Text)];

            AccessGraph built = graph.Build();
            using var simple = new SimplePaths(built, from.Select(key => Find(built, key)), to.Select(key => Find(built, key)), options);
            var actual = new List<string>();
            while (simple.MoveNext(TestContext.Current.CancellationToken))
            {
                actual.Add(Text(built, simple.Current));
            }

            Assert.False(simple.Truncated);
            Assert.True(expected.SequenceEqual(actual), Difference(seed, expected, actual));
            paths += actual.Count;
        }

        Suite.Ran("simple-paths", Cases, $"{paths} paths");
        Assert.True(paths > Cases);
    }

    [Fact]
    public void Shortest_and_strongest_are_the_least_of_all_paths()
    {
        int found = 0;
        for (int seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var graph = PathGraph.Random(random);
            TraversalOptions options = Options(random);
            AccessGraph built = graph.Build();
            var naive = new NaivePaths(graph, options);
            var search = new PathSearch(built, options);
            string[] from = Some(random, graph);
            string to = graph.Nodes[random.Next(graph.Nodes.Count)].Key;
            int[] starts = [.. from.Select(key => Find(built, key))];
            foreach (PathOrder order in Enum.GetValues<PathOrder>())
            {
                List<NaiveStep>? walked = Best(naive.All(from, [to]).Where(path => path[^1].Edge.Kind != EdgeKind.On), order);
                string expected = from.Contains(to) || walked is null ? "none" : Text(walked);
                AccessPath? actual = search.ToNode(starts, Find(built, to), order);
                Assert.True(expected == (actual is null ? "none" : Text(built, actual)), $"seed {seed} {order} to node {to}: {expected}");
                found += actual is null ? 0 : 1;

                Capability? capability = random.Next(2) == 0 ? null : Capability.ReadData;
                List<NaiveStep>? collected = Best(naive.All(from, [to], capability, mayReturn: true).Where(path => path[^1].Edge.Kind == EdgeKind.On), order);
                actual = search.ToResource(starts, Find(built, to), capability, order);
                Assert.True((collected is null ? "none" : Text(collected)) == (actual is null ? "none" : Text(built, actual)), $"seed {seed} {order} to resource {to}");
                found += actual is null ? 0 : 1;
            }
        }

        Suite.Ran("single-paths", Cases, $"{found} paths");
        Assert.True(found > Cases / 4);
    }

    private static List<NaiveStep>? Best(IEnumerable<List<NaiveStep>> paths, PathOrder order) => order == PathOrder.Shortest
        ? paths.FirstOrDefault()
        : paths.OrderByDescending(NaivePaths.Weakest).FirstOrDefault();

    private static TraversalOptions Options(Random random) => new(PathGraph.Now)
    {
        Certainty = (Certainty)(random.Next(2) == 0 ? 0 : random.Next(4)),
        Capabilities = random.Next(3) == 0 ? CapabilitySet.Of(Capability.WriteData, Capability.Administer) : default,
        MaxDepth = random.Next(3) == 0 ? random.Next(0, 5) : int.MaxValue,
        IncludeExposedTo = random.Next(2) == 0,
        IncludeInactive = random.Next(3) == 0,
        Strict = random.Next(3) == 0,
    };

    private static string[] Some(Random random, PathGraph graph) => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => graph.Nodes[random.Next(graph.Nodes.Count)].Key).Distinct()];

    private static int Find(AccessGraph graph, string key) => graph.TryFind(key, out int node) ? node : throw new KeyNotFoundException(key);

    private static string Text(List<NaiveStep> path) =>
        string.Join(" ; ", path.Select(step => string.Create(CultureInfo.InvariantCulture, $"{step.Edge} > {step.To} {step.Certainty}")));

    private static string Text(AccessGraph graph, AccessPath path) =>
        string.Join(" ; ", path.Steps.Select(step => string.Create(CultureInfo.InvariantCulture, $"{graph.EdgeKeyOf(step.Edge)} > {graph.KeyOf(step.To)} {step.Certainty}")));

    private static string Difference(int seed, List<string> expected, List<string> actual)
    {
        int at = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"seed {seed}, path {at} of {expected.Count}/{actual.Count}:\n expected {expected.ElementAtOrDefault(at)}\n actual   {actual.ElementAtOrDefault(at)}";
    }
}
