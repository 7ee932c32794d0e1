using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Csr;

/// <summary>Which resource contains which, laid out in preorder: a subtree is an interval of positions, and sums over intervals are differences of two prefix sums.</summary>
internal sealed class ContainmentTree
{
    private ContainmentTree(int nodes) => Parents = LargeArray.Full(nodes, -1);

    /// <summary>The parent of each node, or -1.</summary>
    internal int[] Parents { get; }

    /// <summary>The position of each node, or -1 when it is no resource.</summary>
    internal int[] Positions { get; private set; } = [];

    /// <summary>The node at each position.</summary>
    internal int[] Nodes { get; private set; } = [];

    /// <summary>Where the subtree at each position ends, the end not included.</summary>
    internal int[] Ends { get; private set; } = [];

    internal ImmutableArray<ContainmentConflict> Conflicts { get; private set; } = [];

    /// <summary>O(V + E of CONTAINS). Deterministic: a second parent and the edge that would close a cycle give way by key.</summary>
    internal static ContainmentTree Build(GraphContent content)
    {
        var tree = new ContainmentTree(content.Keys.Count);
        ImmutableArray<ContainmentConflict>.Builder conflicts = ImmutableArray.CreateBuilder<ContainmentConflict>();
        tree.ChooseParents(content, conflicts);
        tree.BreakCycles(conflicts);
        tree.Conflicts = [.. conflicts.Select(conflict => conflict with { Kept = tree.Parents[conflict.Resource] })];
        tree.LayOut(content.Kinds);
        return tree;
    }

    /// <summary>Containers come in key order, so the first to claim a resource has the least key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ChooseParents(GraphContent content, ImmutableArray<ContainmentConflict>.Builder conflicts)
    {
        int[] offsets = content.Offsets[EdgeBlock.Evidence];
        for (int container = 0; container < Parents.Length; container++)
        {
            for (int edge = offsets[container]; edge < offsets[container + 1]; edge++)
            {
                if (EdgeBlock.KindOf(EdgeBlock.Evidence, content.Flags[edge]) != EdgeKind.Contains)
                {
                    break;
                }

                int contained = content.Heads[edge];
                int kept = Parents[contained];
                if (contained == container)
                {
                    conflicts.Add(new(contained, container, -1, IsCycle: true));
                }
                else if (kept == -1)
                {
                    Parents[contained] = container;
                }
                else if (kept != container)
                {
                    conflicts.Add(new(contained, container, kept, IsCycle: false));
                }
            }
        }
    }

    /// <summary>The node of a cycle with the least key becomes a root.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void BreakCycles(ImmutableArray<ContainmentConflict>.Builder conflicts)
    {
        int[] seenFrom = LargeArray.Of<int>(Parents.Length);
        for (int start = 0; start < Parents.Length; start++)
        {
            int node = start;
            while (node != -1 && seenFrom[node] == 0)
            {
                seenFrom[node] = start + 1;
                node = Parents[node];
            }

            if (node == -1 || seenFrom[node] != start + 1)
            {
                continue;
            }

            int least = node;
            for (int next = Parents[node]; next != node; next = Parents[next])
            {
                least = Math.Min(least, next);
            }

            conflicts.Add(new(least, Parents[least], -1, IsCycle: true));
            Parents[least] = -1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LayOut(ushort[] kinds)
    {
        int resources = 0;
        int[] firstChild = LargeArray.Full(Parents.Length, -1);
        int[] sibling = LargeArray.Uninitialized<int>(Parents.Length);
        for (int node = Parents.Length - 1; node >= 0; node--)
        {
            resources += IsResource(kinds[node]) ? 1 : 0;
            if (Parents[node] is int parent and >= 0)
            {
                sibling[node] = firstChild[parent];
                firstChild[parent] = node;
            }
            else
            {
                sibling[node] = -1;
            }
        }

        Positions = LargeArray.Full(Parents.Length, -1);
        Nodes = LargeArray.Uninitialized<int>(resources);
        Ends = LargeArray.Uninitialized<int>(resources);
        int position = 0;
        for (int root = 0; root < Parents.Length; root++)
        {
            if (Parents[root] == -1 && IsResource(kinds[root]))
            {
                position = LayOutTree(root, position, firstChild, sibling);
            }
        }
    }

    /// <summary>Depth first without a stack: down by first child, on by sibling, up by parent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int LayOutTree(int root, int position, int[] firstChild, int[] sibling)
    {
        for (int node = root; ;)
        {
            Positions[node] = position;
            Nodes[position++] = node;
            if (firstChild[node] != -1)
            {
                node = firstChild[node];
                continue;
            }

            while (node != root && sibling[node] == -1)
            {
                Ends[Positions[node]] = position;
                node = Parents[node];
            }

            Ends[Positions[node]] = position;
            if (node == root)
            {
                return position;
            }

            node = sibling[node];
        }
    }

    private static bool IsResource(ushort kinds) => ((NodeKinds)kinds & NodeKinds.Resource) != 0;
}
