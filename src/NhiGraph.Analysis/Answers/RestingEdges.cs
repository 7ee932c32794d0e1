using System.Collections.Immutable;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Analysis.Answers;

/// <summary>Counts the edges of an answer that rest on restrictions nobody read: walked edges between its nodes (starts among them), and the ON edges it ends with.</summary>
internal sealed class RestingEdges(ReachWorkspace reach)
{
    private readonly AccessGraph _graph = reach.Graph;
    private readonly WalkRule _rule = new(reach.Graph, reach.Options, reach.Options.Certainty);
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Sorted by code. O(edges of the answer).</summary>
    internal ImmutableArray<AssumptionCount> Count(ImmutableArray<int> starts)
    {
        CountFrom(starts);
        CountFrom(reach.Nodes.Select(reached => reached.Node));
        if (!reach.IsForward)
        {
            foreach (int edge in starts.SelectMany(start => ResourceLinks.Of(_graph, start, reach.Options)).Select(link => link.Edge).Distinct())
            {
                Add(edge);
            }
        }

        return [.. _counts.Select(pair => new AssumptionCount(pair.Key, pair.Value))];
    }

    private void CountFrom(IEnumerable<int> nodes)
    {
        foreach (int node in nodes)
        {
            foreach (AccessEdge edge in _graph.Out(node))
            {
                if (edge.Assumed && reach.DistanceOf(edge.To) >= 0 && _rule.Walks(edge, out _))
                {
                    Add(edge.Id);
                }
            }

            if (reach.IsForward && Reports(node))
            {
                CountTargets(node);
            }
        }
    }

    private void CountTargets(int hub)
    {
        foreach (AccessEdge edge in _graph.Targets(hub))
        {
            if (edge.Assumed && _graph.OnOf(edge.Id)!.Effect == OnEffect.Allow && _rule.Walks(edge, out _))
            {
                Add(edge.Id);
            }
        }
    }

    private bool Reports(int hub) => reach.Options.Capabilities.IsEmpty || (_graph.HasCapability(hub) && reach.Options.Capabilities.Contains(_graph.CapabilityOf(hub)));

    private void Add(int edge)
    {
        foreach (string code in _graph.AssumptionsOf(edge))
        {
            _counts[code] = _counts.GetValueOrDefault(code) + 1;
        }
    }
}
