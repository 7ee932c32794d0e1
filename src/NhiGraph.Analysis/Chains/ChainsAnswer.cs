using System.Collections.Immutable;
using NhiGraph.Analysis.Answers;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Analysis.Chains;

/// <summary>
/// The chains consumer - credential - identity that lead through a node. A chain ends at its first identity. Through a consumer or credential go its own chains;
/// through an identity also those of the identities that can take it on, and through anything else those of the identities that reach it: nearest first, then by keys.
/// </summary>
public sealed class ChainsAnswer
{
    private readonly ImmutableArray<Chain> _chains;

    private ChainsAnswer(AccessGraph graph, int through, TraversalOptions options)
    {
        Graph = graph;
        Through = through;
        _chains = [.. ChainSearch.Through(graph, through, options)];
    }

    public AccessGraph Graph { get; }

    /// <summary>The node it was asked of.</summary>
    public int Through { get; }

    /// <summary>How many chains there are.</summary>
    public int Count => _chains.Length;

    /// <summary>Null when no node has the key.</summary>
    public static ChainsAnswer? Of(AccessGraph graph, string through, TraversalOptions options) =>
        graph.TryFind(through, out int node) ? new(graph, node, options) : null;

    public Page<Chain> Page(int skip, int take)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        return new([.. _chains.Skip(skip).Take(take)], _chains.Length);
    }
}
