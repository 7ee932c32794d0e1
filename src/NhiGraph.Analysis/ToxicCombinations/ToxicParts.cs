using System.Collections.Immutable;
using NhiGraph.Graph.Components;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Analysis.ToxicCombinations;

/// <summary>Finds how an actor does the parts of a rule: each on the resource that is nearest to it, of those the one of least key. One walk a finding.</summary>
internal sealed class ToxicParts(AccessGraph graph, TraversalOptions options, Func<ResourceTag, IReadOnlyCollection<int>> tagged)
{
    private readonly Dictionary<PartTarget, TargetPositions> _positions = [];
    private readonly CoveredResources _covered = new(graph, options);
    private readonly PathSearch _search = new(graph, options);

    internal ImmutableArray<ToxicPart> Of(int actor, ToxicFinding finding, int? account)
    {
        using ReachWorkspace reach = ReachWorkspace.Rent(graph);
        reach.Forward([actor], options);
        return [.. finding.Rule.Parts.Select(part => Of(reach, actor, part, account, finding.Rule == ToxicRule.Administrators))];
    }

    private ToxicPart Of(ReachWorkspace reach, int actor, RulePart part, int? account, bool administers)
    {
        TargetPositions on = Positions(part.On);
        HashSet<int> administered = administers || account is not null ? [] : AdministeredBy(reach);
        (int Distance, int Resource, Capability Capability) nearest = (int.MaxValue, -1, default);
        foreach (ReachedNode node in reach.Nodes)
        {
            if (node.Distance > nearest.Distance)
            {
                break;
            }

            if (graph.HasCapability(node.Node) && part.Capabilities.Contains(graph.CapabilityOf(node.Node)) && LeastIn(node.Node, on, account, administered) is int resource and >= 0
                && (nearest.Resource < 0 || resource < nearest.Resource))
            {
                nearest = (node.Distance, resource, graph.CapabilityOf(node.Node));
            }
        }

        return new(nearest.Capability, nearest.Resource, _search.ToResource([actor], nearest.Resource, nearest.Capability, PathOrder.Strongest, reach.IsReached)!);
    }

    private int LeastIn(int entitlement, TargetPositions on, int? account, HashSet<int> administered)
    {
        int least = -1;
        foreach (PositionRange range in _covered.Of(entitlement))
        {
            for (int position = on.FirstIn(range); position >= 0; position = on.FirstIn(range, position + 1))
            {
                int resource = graph.ResourceAt(position);
                int scope = graph.ScopeNumberOf(resource);
                if ((account is null ? !administered.Contains(scope) : scope == account) && (least < 0 || resource < least))
                {
                    least = resource;
                }
            }
        }

        return least;
    }

    /// <summary>Where a rule spans the estate, what is done as an administrator of an account is no part of it.</summary>
    private HashSet<int> AdministeredBy(ReachWorkspace reach)
    {
        var administered = new HashSet<int>();
        TargetPositions accounts = Positions(ToxicRule.Administrators.Parts[0].On);
        foreach (ReachedNode node in reach.Nodes)
        {
            if (!graph.HasCapability(node.Node) || graph.CapabilityOf(node.Node) != Capability.Administer)
            {
                continue;
            }

            foreach (PositionRange range in _covered.Of(node.Node))
            {
                for (int position = accounts.FirstIn(range); position >= 0; position = accounts.FirstIn(range, position + 1))
                {
                    administered.Add(graph.ScopeNumberOf(graph.ResourceAt(position)));
                }
            }
        }

        administered.Remove(0);
        return administered;
    }

    private TargetPositions Positions(PartTarget target)
    {
        if (!_positions.TryGetValue(target, out TargetPositions? found))
        {
            _positions.Add(target, found = new TargetPositions(graph, target, target.Tag is { } tag ? tagged(tag) : []));
        }

        return found;
    }
}
