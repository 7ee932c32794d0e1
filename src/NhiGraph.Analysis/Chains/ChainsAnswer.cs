using System.Collections.Immutable;
using NhiGraph.Analysis.Answers;
using NhiGraph.Analysis.BlastRadius;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Analysis.Chains;

/// <summary>
/// The chains consumer - credential - identity that lead through a node. A chain ends at its first identity. Through a consumer or credential go its own chains;
/// through an identity also those of the identities that can take it on, and through anything else those of the identities that reach it: nearest first, then by keys.
/// What the identity of a chain reaches is walked when asked; few walks are held at a time, as each takes memory in the size of the graph. Not for several threads at once.
/// </summary>
public sealed class ChainsAnswer : IDisposable
{
    /// <summary>How many walks are held.</summary>
    private const int Awake = 4;

    private readonly TraversalOptions _options;
    private readonly ImmutableArray<Chain> _chains;
    private readonly Dictionary<int, BlastRadiusAnswer> _reached = [];
    private readonly List<BlastRadiusAnswer> _awake = [];

    private ChainsAnswer(AccessGraph graph, int through, TraversalOptions options)
    {
        Graph = graph;
        Through = through;
        _options = options;
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

    /// <summary>What the chain's identity reaches; belongs to this answer, so it is not for the caller to dispose.</summary>
    public BlastRadiusAnswer ReachOf(Chain chain)
    {
        if (!_reached.TryGetValue(chain.Identity, out BlastRadiusAnswer? reached))
        {
            _reached.Add(chain.Identity, reached = BlastRadiusAnswer.Of(Graph, [chain.Identity], _options));
        }

        _awake.Remove(reached);
        _awake.Add(reached);
        if (_awake.Count > Awake)
        {
            _awake[0].Rest();
            _awake.RemoveAt(0);
        }

        return reached;
    }

    /// <summary>The other identities that the chain's identity can take on, nearest first: what it reaches may be reached through them.</summary>
    public ImmutableArray<int> ViaOf(Chain chain) => [.. ReachOf(chain).Entities(NodeKinds.Identity, 0, int.MaxValue).Items.Select(reached => reached.Node)];

    /// <summary>The links the chain lacks. Whether it lacks resources takes the walk of <see cref="ReachOf"/>.</summary>
    public ImmutableArray<ChainLink> MissingOf(Chain chain)
    {
        var missing = new List<ChainLink>();
        if (chain.Consumer < 0)
        {
            missing.Add(ChainLink.Consumer);
        }

        if (chain.Credential < 0)
        {
            missing.Add(ChainLink.Credential);
        }

        if (ReachOf(chain).Summary.Resources.Possible == 0)
        {
            missing.Add(ChainLink.Resources);
        }

        return [.. missing];
    }

    public void Dispose()
    {
        foreach (BlastRadiusAnswer reached in _reached.Values)
        {
            reached.Dispose();
        }

        _reached.Clear();
        _awake.Clear();
    }
}
