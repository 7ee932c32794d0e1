using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Analysis.Answers;

/// <summary>Pages of the nodes a walk reached, nearest first. A node that is walked to was reached as every kind it has but Resource, which takes an ON.</summary>
internal static class WalkedKinds
{
    internal const NodeKinds All = NodeKinds.Human | NodeKinds.Consumer | NodeKinds.Credential | NodeKinds.Identity | NodeKinds.Group | NodeKinds.Entitlement;

    internal static Page<ReachedNode> Page(ReachWorkspace reach, NodeKinds kinds, int skip, int take)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        AccessGraph graph = reach.Graph;
        NodeKinds wanted = kinds == NodeKinds.None ? All : kinds & All;
        ReachedNodes nodes = reach.Nodes;
        var items = new List<ReachedNode>(Math.Min(take, nodes.Count));
        int total = 0;
        for (int i = 0; i < nodes.Count; i++)
        {
            ReachedNode node = nodes[i];
            if ((graph.KindsOf(node.Node) & wanted) != 0 && total++ >= skip && items.Count < take)
            {
                items.Add(node);
            }
        }

        return new([.. items], total);
    }
}
