using System.Collections.Immutable;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Graph.Paths;

/// <summary>
/// Finds the least path of a branch, in the corridor of nodes from which a goal is still within the bound.
/// A corridor that holds none raises the bound; the branch is then put back, and searched again only when its turn comes.
/// </summary>
internal sealed class BranchSearch(AccessGraph graph, PathGoal goal, GoalDistances distances, EdgeFilter filter, int maxDepth) : IDisposable
{
    private readonly PathScratch _scratch = PathScratch.Rent(graph.NodeCount);
    private readonly HashSet<int> _prefix = [];

    /// <summary>Edges looked at so far.</summary>
    internal long Scanned { get; private set; }

    /// <summary>Solves the branch or raises its bound; false when the branch holds no path.</summary>
    internal bool Advance(PathBranch branch)
    {
        int from = Block(branch);
        int corridor = (int)Math.Min(branch.Bound + (1L << Math.Min(branch.Attempts, 20)) - 1, int.MaxValue - 1);
        branch.Attempts++;
        _scratch.Forget();
        _scratch.Visit(from, -1);
        if (goal.IsNode(from) && !branch.Excluded.Contains(PathBranch.EndHere))
        {
            return Solve(branch, from, null);
        }

        int raised = GoalDistances.Never;
        _scratch.Queue.Add(from);
        int levelEnd = 1;
        for (int next = 0, depth = branch.PrefixLength; next < _scratch.Queue.Count; next++)
        {
            if (next == levelEnd)
            {
                depth++;
                levelEnd = _scratch.Queue.Count;
            }

            int node = _scratch.Queue[next];
            if (node < 0)
            {
                return Solve(branch, ~node, FirstLink(branch, ~node, from));
            }

            if (depth > branch.PrefixLength && goal.IsNode(node))
            {
                return Solve(branch, node, null);
            }

            Expand(branch, node, depth, node == from, corridor, ref raised);
            if (FirstLink(branch, node, from) is not null)
            {
                if (depth + 1 <= corridor)
                {
                    _scratch.Queue.Add(~node);
                }
                else
                {
                    raised = Math.Min(raised, depth + 1);
                }
            }
        }

        branch.Bound = raised;
        return raised != GoalDistances.Never;
    }

    private void Expand(PathBranch branch, int node, int depth, bool first, int corridor, ref int raised)
    {
        if (depth >= maxDepth)
        {
            return;
        }

        int[] offsets = graph.Content.Offsets[EdgeBlock.Walked];
        Scanned += offsets[node + 1] - offsets[node];
        for (int edge = offsets[node]; edge < offsets[node + 1]; edge++)
        {
            int to = graph.Heads[edge];
            int rest = distances[to];
            if (rest == GoalDistances.Never || _scratch.IsVisited(to) || _prefix.Contains(to) || !filter.Walks(edge) || (first && branch.Excluded.Contains(edge)))
            {
                continue;
            }

            int total = depth + 1 + rest;
            if (total > corridor)
            {
                raised = Math.Min(raised, total);
            }
            else
            {
                _scratch.Visit(to, edge);
                _scratch.Queue.Add(to);
            }
        }
    }

    /// <summary>The first ON of a hub that does not lead back to a node of the prefix.</summary>
    private ResourceLink? FirstLink(PathBranch branch, int node, int from)
    {
        foreach (ResourceLink link in goal.LinksOf(node) ?? [])
        {
            if (!_prefix.Contains(link.Resource) && (node != from || !branch.ExcludedLinks.Contains((link.Edge, link.Resource))))
            {
                return link;
            }
        }

        return null;
    }

    /// <summary>Collects the prefix's nodes, which may not be met again; returns the last.</summary>
    private int Block(PathBranch branch)
    {
        _prefix.Clear();
        _prefix.Add(branch.Start);
        int last = branch.Start;
        for (int i = 0; i < branch.PrefixLength; i++)
        {
            last = graph.EdgeAt(branch.Edges[i]).To;
            _prefix.Add(last);
        }

        return last;
    }

    private bool Solve(PathBranch branch, int last, ResourceLink? link)
    {
        var rest = new List<int>();
        for (int edge = _scratch.ParentOf(last); edge >= 0; edge = _scratch.ParentOf(graph.EdgeAt(edge).From))
        {
            rest.Add(edge);
        }

        ImmutableArray<int>.Builder edges = ImmutableArray.CreateBuilder<int>(branch.PrefixLength + rest.Count);
        edges.AddRange(branch.Edges.AsSpan(0, branch.PrefixLength));
        for (int i = rest.Count - 1; i >= 0; i--)
        {
            edges.Add(rest[i]);
        }

        branch.Best = edges.MoveToImmutable();
        branch.Link = link;
        branch.Bound = branch.Best.Length + (link is null ? 0 : 1);
        return true;
    }

    public void Dispose() => _scratch.Dispose();
}
