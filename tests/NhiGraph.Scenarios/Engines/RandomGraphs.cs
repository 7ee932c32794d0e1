using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Tests.Estates;

namespace NhiGraph.Scenarios.Engines;

/// <summary>Random graphs side by side in one estate, each with keys of its own.</summary>
internal sealed class RandomGraphs
{
    private readonly List<RandomEstate> _estates = [];

    internal RandomGraphs(int first, int count)
    {
        for (int seed = first; seed < first + count; seed++)
        {
            RandomEstate estate = RandomEstate.Make(seed);
            if (estate.Nodes.Count > 0)
            {
                _estates.Add(estate);
                Nodes.AddRange(estate.Nodes.Select(node => node with { Key = Prefixed(seed, node.Key) }));
                Edges.AddRange(estate.Edges.Select(edge => edge with { From = Prefixed(seed, edge.From), To = Prefixed(seed, edge.To) }));
            }
        }
    }

    internal List<GraphNode> Nodes { get; } = [];

    internal List<GraphEdge> Edges { get; } = [];

    internal IReadOnlyList<RandomEstate> Estates => _estates;

    internal static string[] Keys(RandomEstate estate, IEnumerable<string> keys) => [.. keys.Select(key => Prefixed(estate.Seed, key))];

    internal AccessGraph Build()
    {
        var builder = new AccessGraphBuilder();
        Nodes.ForEach(builder.Add);
        Edges.ForEach(builder.Add);
        return builder.Build("1");
    }

    private static string Prefixed(int seed, string key) => $"{seed}|{key}";
}
