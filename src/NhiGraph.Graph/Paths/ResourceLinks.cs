using System.Collections.Immutable;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Graph.Paths;

/// <summary>
/// The ON edges that give one resource, with excepts honoured: an unconditional PROVED except takes an allow away,
/// any other lowers it to CONDITIONAL at most; an except of parts does so only to allowed parts it covers.
/// </summary>
/// <remarks>All ON edges that matter name the resource or one of its containers, so the cost is their number, not that of the hubs' targets.</remarks>
public static class ResourceLinks
{
    /// <summary>Links by hubs of the options' capabilities, by hub and then by edge.</summary>
    /// <param name="among">Only hubs of which this is true, for instance those a walk has reached; null means all.</param>
    public static IEnumerable<ResourceLink> Of(AccessGraph graph, int resource, TraversalOptions options, Predicate<int>? among = null) =>
        Of(graph, resource, options.Capabilities, options, options.Certainty, among);

    internal static IEnumerable<ResourceLink> Of(AccessGraph graph, int resource, CapabilitySet capabilities, TraversalOptions options, Certainty floor, Predicate<int>? among)
    {
        var rule = new WalkRule(graph, options, floor);
        SortedDictionary<int, List<AccessEdge>> byHub = [];
        for (int target = resource; target >= 0; target = graph.ParentOf(target))
        {
            foreach (AccessEdge edge in graph.TargetedBy(target))
            {
                int hub = edge.From;
                if ((among is null || among(hub)) && (capabilities.IsEmpty || (graph.HasCapability(hub) && capabilities.Contains(graph.CapabilityOf(hub))))
                    && (target == resource || graph.OnOf(edge.Id)!.Covers == OnCovers.Subtree))
                {
                    (byHub.TryGetValue(hub, out List<AccessEdge>? edges) ? edges : byHub[hub] = []).Add(edge);
                }
            }
        }

        foreach ((int hub, List<AccessEdge> edges) in byHub)
        {
            foreach (AccessEdge edge in edges.OrderBy(edge => edge.Id))
            {
                OnTarget on = graph.OnOf(edge.Id)!;
                if (on.Effect == OnEffect.Allow && rule.Walks(edge, out Certainty certainty) && Left(graph, rule, certainty, on, edges) is { } left && left.Certainty >= floor)
                {
                    yield return new(hub, edge.Id, resource, left.Certainty, left.Parts);
                }
            }
        }
    }

    /// <summary>What excepts leave of an allow; null when they take it away.</summary>
    private static (Certainty Certainty, ImmutableArray<string> Parts)? Left(AccessGraph graph, WalkRule rule, Certainty certainty, OnTarget allow, List<AccessEdge> edges)
    {
        ImmutableArray<string> parts = allow.Covers == OnCovers.Parts ? allow.Parts : [];
        var sure = new List<string>();
        var doubtful = new List<string>();
        bool lowered = false;
        foreach (AccessEdge edge in edges)
        {
            OnTarget on = graph.OnOf(edge.Id)!;
            if (on.Effect != OnEffect.Except || !rule.IsActive(edge))
            {
                continue;
            }

            bool certain = rule.Effective(edge) == Certainty.Proved && graph.ConditionsOf(edge.Id).IsEmpty;
            if (on.Covers == OnCovers.Parts)
            {
                (certain ? sure : doubtful).AddRange(on.Parts);
            }
            else if (certain)
            {
                return null;
            }
            else
            {
                lowered = true;
            }
        }

        if (!parts.IsEmpty)
        {
            parts = parts.RemoveAll(part => sure.Exists(except => PartGlobs.Covers(except, part)));
            if (parts.IsEmpty)
            {
                return null;
            }

            lowered |= parts.All(part => doubtful.Exists(except => PartGlobs.Covers(except, part)));
        }

        return (lowered && certainty > Certainty.Conditional ? Certainty.Conditional : certainty, parts);
    }
}
