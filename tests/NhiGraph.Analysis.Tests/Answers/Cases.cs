using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Paths;

namespace NhiGraph.Analysis.Tests.Answers;

/// <summary>A random graph with a question about it: records, snapshot, options, and the twin that answers on the records.</summary>
internal sealed class Cases
{
    internal static readonly int Count = Suite.Long ? 15_000 : 1_500;

    private Cases(int seed)
    {
        Seed = seed;
        Random = new(seed);
        Records = PathGraph.Random(Random, most: 14);
        Built = Records.Build();
        Options = OptionsOf(Random);
        Keys = [.. Enumerable.Range(0, Random.Next(1, 4)).Select(_ => Random.Next(10) == 0 ? "not there" : Records.Nodes[Random.Next(Records.Nodes.Count)].Key).Distinct()];
        Naive = new(Records, Options);
    }

    internal int Seed { get; }

    internal Random Random { get; }

    internal PathGraph Records { get; }

    internal AccessGraph Built { get; }

    internal TraversalOptions Options { get; }

    /// <summary>What is asked of; some keys have no node.</summary>
    internal string[] Keys { get; }

    internal NaiveReach Naive { get; }

    internal string[] Starts => [.. Keys.Where(key => Records.Nodes.Exists(node => node.Key == key))];

    internal static IEnumerable<Cases> All() => Enumerable.Range(0, Count).Select(seed => new Cases(seed));

    internal NodeKinds KindsOf(string key) => Records.Nodes.Single(node => node.Key == key).Kinds;

    internal string? Property(string key, string name) => Records.Nodes.Single(node => node.Key == key)[name];

    internal string KeyOf(int node) => Built.KeyOf(node);

    internal int NodeOf(string key) => Built.TryFind(key, out int node) ? node : throw new KeyNotFoundException(key);

    internal void Equal<T>(T expected, T actual, string what) => Assert.True(EqualityComparer<T>.Default.Equals(expected, actual), $"seed {Seed}, {what}: expected {expected}, actual {actual}");

    internal void Same(IEnumerable<string> expected, IEnumerable<string> actual, string what) =>
        Equal(string.Join('\n', expected), string.Join('\n', actual), what);

    private static TraversalOptions OptionsOf(Random random) => new(PathGraph.Now)
    {
        Certainty = (Certainty)(random.Next(2) == 0 ? 0 : random.Next(4)),
        Capabilities = random.Next(3) == 0 ? CapabilitySet.Of(Capability.WriteData, Capability.Administer) : default,
        MaxDepth = random.Next(3) == 0 ? random.Next(0, 5) : int.MaxValue,
        IncludeExposedTo = random.Next(2) == 0,
        IncludeInactive = random.Next(3) == 0,
        Strict = random.Next(3) == 0,
    };
}
