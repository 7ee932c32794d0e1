using System.Collections.Immutable;
using NhiGraph.Graph.Csr;

namespace NhiGraph.Analysis.Answers;

/// <summary>The nodes a question is asked of, and the keys that no node has.</summary>
/// <param name="Nodes">Once each, in the order asked.</param>
/// <param name="NotFound">Once each, in the order asked.</param>
public sealed record Starts(ImmutableArray<int> Nodes, ImmutableArray<string> NotFound)
{
    public static Starts Of(AccessGraph graph, IEnumerable<string> keys)
    {
        var nodes = new List<int>();
        var notFound = new List<string>();
        foreach (string key in keys.Distinct(StringComparer.Ordinal))
        {
            if (graph.TryFind(key, out int node))
            {
                nodes.Add(node);
            }
            else
            {
                notFound.Add(key);
            }
        }

        return new([.. nodes], [.. notFound]);
    }
}
