using System.Collections.Immutable;
using NhiGraph.Analysis.Answers;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Analysis.BlastRadius;

/// <summary>
/// Draws a walk with at most so many dots. Nodes of one kind and distance make a group; groups are shown one by one, the nearest first, as long as room is left for
/// those behind them; others become one dot each. Where even that is too much the farthest groups are left out.
/// </summary>
/// <remarks>Lines are the walked edges between dots, and the ON edges of the hubs one step nearer than what they give. O(edges of the answer).</remarks>
internal sealed class ReachPicture(ReachWorkspace reach, ImmutableArray<int> starts)
{
    private readonly AccessGraph _graph = reach.Graph;
    private readonly WalkRule _rule = new(reach.Graph, reach.Options, reach.Options.Certainty);
    private readonly List<SubgraphNode> _dots = [];
    private readonly Dictionary<int, int> _dotOfNode = [];
    private readonly Dictionary<int, int> _dotOfResource = [];
    private readonly Dictionary<(int From, int To, EdgeKind Kind), (Certainty Certainty, int Count)> _lines = [];
    private int _joined;

    internal Subgraph Draw(int maxNodes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxNodes, 1);
        Place(Groups(), maxNodes);
        foreach (int node in starts.Concat(reach.Nodes.Select(reached => reached.Node)))
        {
            AddWalked(node);
        }

        foreach (IGrouping<int, KeyValuePair<int, int>> dot in _dotOfResource.GroupBy(pair => pair.Value))
        {
            AddCollected(dot.Key, dot.Select(pair => pair.Key));
        }

        IEnumerable<SubgraphEdge> edges = _lines.Select(line => new SubgraphEdge(line.Key.From, line.Key.To, line.Key.Kind, line.Value.Certainty, line.Value.Count));
        return new([.. _dots], [.. edges.OrderBy(edge => edge.From).ThenBy(edge => edge.To).ThenBy(edge => edge.Kind)], _joined);
    }

    private SortedDictionary<(int Distance, NodeKind Kind), List<(int Node, Certainty Certainty)>> Groups()
    {
        var groups = new SortedDictionary<(int Distance, NodeKind Kind), List<(int Node, Certainty Certainty)>>();
        foreach (int start in starts)
        {
            Add((0, KindOf(_graph.KindsOf(start))), start, Certainty.Proved);
        }

        foreach (ReachedNode node in reach.Nodes)
        {
            Add((node.Distance, KindOf(_graph.KindsOf(node.Node) & WalkedKinds.All)), node.Node, node.Certainty);
        }

        foreach (int node in reach.Resources.List(new ResourceQuery { Selection = ResourceSelection.All }))
        {
            // One dot a node: what is walked to as well is drawn where it is walked to.
            if (reach.DistanceOf(node) < 0 && reach.Resources.TryFind(node, out ReachedResource resource))
            {
                Add((resource.Distance, NodeKind.Resource), node, resource.Certainty);
            }
        }

        return groups;

        void Add((int, NodeKind) group, int node, Certainty certainty) =>
            (groups.TryGetValue(group, out List<(int, Certainty)>? nodes) ? nodes : groups[group] = []).Add((node, certainty));
    }

    private void Place(SortedDictionary<(int Distance, NodeKind Kind), List<(int Node, Certainty Certainty)>> groups, int maxNodes)
    {
        int behind = groups.Count;
        foreach (((int distance, NodeKind kind), List<(int Node, Certainty Certainty)> nodes) in groups)
        {
            behind--;
            int room = maxNodes - _dots.Count;
            if (nodes.Count <= Math.Max(room - behind, Math.Min(room, 1)))
            {
                nodes.ForEach(node => Dot([node], node.Node, kind, distance));
            }
            else
            {
                _joined += nodes.Count;
                if (room > 0)
                {
                    Dot(nodes, -1, kind, distance);
                }
            }
        }
    }

    private void Dot(List<(int Node, Certainty Certainty)> nodes, int shown, NodeKind kind, int distance)
    {
        int id = _dots.Count;
        _dots.Add(new(id, shown, kind, nodes.Count, distance, nodes.Max(node => node.Certainty)));
        foreach ((int node, _) in nodes)
        {
            (kind == NodeKind.Resource && distance > 0 ? _dotOfResource : _dotOfNode)[node] = id;
        }
    }

    private void AddWalked(int node)
    {
        if (!_dotOfNode.TryGetValue(node, out int from))
        {
            return;
        }

        foreach (AccessEdge edge in _graph.Out(node))
        {
            if (_dotOfNode.TryGetValue(edge.To, out int to) && from != to && _rule.Walks(edge, out Certainty certainty))
            {
                AddLine(from, to, edge.Kind, certainty);
            }
        }
    }

    /// <summary>Lines from the hubs one step nearer whose ON edges name a resource of the dot, or cover a container of one.</summary>
    private void AddCollected(int dot, IEnumerable<int> resources)
    {
        HashSet<int> named = [.. resources];
        var containers = new HashSet<int>();
        foreach (int resource in named)
        {
            for (int container = _graph.ParentOf(resource); container >= 0 && containers.Add(container); container = _graph.ParentOf(container))
            {
            }
        }

        foreach ((int hub, int from) in _dotOfNode)
        {
            if (reach.DistanceOf(hub) != _dots[dot].Distance - 1 || !Reports(hub))
            {
                continue;
            }

            foreach (AccessEdge edge in _graph.Targets(hub))
            {
                OnTarget on = _graph.OnOf(edge.Id)!;
                bool within = named.Contains(edge.To) || (on.Covers == OnCovers.Subtree && containers.Contains(edge.To));
                if (within && on.Effect == OnEffect.Allow && _rule.Walks(edge, out Certainty certainty))
                {
                    AddLine(from, dot, EdgeKind.On, certainty);
                }
            }
        }
    }

    private bool Reports(int hub) => reach.Options.Capabilities.IsEmpty || (_graph.HasCapability(hub) && reach.Options.Capabilities.Contains(_graph.CapabilityOf(hub)));

    private void AddLine(int from, int to, EdgeKind kind, Certainty certainty)
    {
        _lines.TryGetValue((from, to, kind), out (Certainty Certainty, int Count) line);
        _lines[(from, to, kind)] = (line.Count > 0 && line.Certainty > certainty ? line.Certainty : certainty, line.Count + 1);
    }

    /// <summary>What a node of several kinds is drawn as: the first of identity, consumer and what else it is.</summary>
    private static NodeKind KindOf(NodeKinds kinds)
    {
        foreach (NodeKind kind in (ReadOnlySpan<NodeKind>)[NodeKind.Identity, NodeKind.Consumer])
        {
            if ((kinds & (NodeKinds)(1 << (int)kind)) != 0)
            {
                return kind;
            }
        }

        return (NodeKind)System.Numerics.BitOperations.TrailingZeroCount((uint)kinds);
    }
}
