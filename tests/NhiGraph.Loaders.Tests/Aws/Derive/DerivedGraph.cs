using System.Collections.Immutable;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.Tests.Aws.Derive;

/// <summary>A plain reading of what derive made, by DESIGN's words and without the engine: hubs reached, resources collected, proved and possible.</summary>
internal sealed class DerivedGraph(params IEnumerable<DerivedScope> scopes)
{
    private readonly GraphEdge[] edges = [.. scopes.SelectMany(scope => scope.Edges).GroupBy(edge => edge.Edge.Key).Select(group => EdgeMerge.Merge(group).Edge)];

    private readonly Dictionary<(string, bool), ILookup<string, string>> held = [];
    private readonly Dictionary<(string, string, bool), bool> over = [];
    private readonly Dictionary<string, HashSet<string>> ups = new(StringComparer.Ordinal);

    internal IReadOnlyList<GraphEdge> Edges => edges;

    internal ILookup<string, GraphEdge> Out => field ??= edges.ToLookup(edge => edge.From, StringComparer.Ordinal);

    private Dictionary<string, string> Parents => field ??= edges.Where(edge => edge.Kind == EdgeKind.Contains).ToDictionary(edge => edge.To, edge => edge.From, StringComparer.Ordinal);

    /// <summary>Entitlements that a principal has by itself and its groups; no role is taken, no technique used.</summary>
    /// <param name="at">When it is asked, in Unix seconds; null for whenever.</param>
    internal HashSet<string> Hubs(string principal, bool proved, long? at = null)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var todo = new Stack<string>([principal]);
        while (todo.TryPop(out string? node))
        {
            foreach (GraphEdge edge in Out[node].Where(edge => edge.Kind is EdgeKind.Holds or EdgeKind.MemberOf or EdgeKind.Includes && (!proved || edge.Certainty == Certainty.Proved) && (at is null || edge.Validity.InactiveAt(at.Value) == InactiveReason.None) && seen.Add(edge.To)))
            {
                todo.Push(edge.To);
            }
        }

        return seen;
    }

    /// <summary>Whether a hub is over a resource: allow minus except, each over itself, its containers, or parts.</summary>
    internal bool Over(string hub, string resource, bool proved)
    {
        if (!over.TryGetValue((hub, resource, proved), out bool known))
        {
            over.Add((hub, resource, proved), known = IsOver(hub, resource, proved));
        }

        return known;
    }

    private bool IsOver(string hub, string resource, bool proved)
    {
        if (!ups.TryGetValue(resource, out HashSet<string>? up))
        {
            ups.Add(resource, up = [.. Up(resource)]);
        }

        GraphEdge[] on = [.. Out[hub].Where(edge => edge.Kind == EdgeKind.On)];
        bool Reaches(GraphEdge edge) => edge.To == resource ? edge.On!.Covers != OnCovers.Parts : edge.On!.Covers == OnCovers.Subtree && up.Contains(edge.To);
        GraphEdge[] except = [.. on.Where(edge => edge.On!.Effect == OnEffect.Except && (proved || (edge.Certainty == Certainty.Proved && edge.Conditions.IsEmpty)))];
        GraphEdge[] allow = [.. on.Where(edge => edge.On!.Effect == OnEffect.Allow && (!proved || edge.Certainty == Certainty.Proved))];
        if (except.Any(Reaches))
        {
            return false;
        }

        string[] taken = [.. except.Where(edge => edge.To == resource && edge.On!.Covers == OnCovers.Parts).SelectMany(edge => edge.On!.Parts)];
        return allow.Any(Reaches) || allow.Any(edge => edge.To == resource && edge.On!.Covers == OnCovers.Parts && edge.On.Parts.Any(part => !taken.Any(other => Loaders.Aws.Policy.Glob.Contains(other, part))));
    }

    internal bool Has(string principal, Capability capability, string resource, bool proved, long? at = null) =>
        (held.TryGetValue((principal, proved), out ILookup<string, string>? hubs) ? hubs : held[(principal, proved)] = Hubs(principal, proved, at).ToLookup(WordOf, StringComparer.Ordinal))[capability.Text().ToLowerInvariant().Replace('_', '-')].Any(hub => Over(hub, resource, proved));

    /// <summary>The capability of an entitlement, as its key has it.</summary>
    private static string WordOf(string hub) => hub.IndexOf('#', StringComparison.Ordinal) is >= 0 and int start && hub.IndexOf(':', start) is >= 0 and int end ? hub[(start + 1)..end] : "";

    /// <summary>Whether a caller assumes a role by trusts, groups and rights, in one step and without a technique.</summary>
    internal (bool Proved, bool Possible) Assumes(string caller, string role, long at)
    {
        bool By(bool proved) => Hubs(caller, proved, at).Append(caller).SelectMany(node => Out[node]).Any(edge =>
            edge.To == role && edge.Technique is null && (edge.Kind is EdgeKind.CanAssume or EdgeKind.Yields) && (!proved || edge.Certainty == Certainty.Proved) && edge.Validity.InactiveAt(at) == InactiveReason.None);
        return (By(true), By(false));
    }

    /// <summary>The shortest way from a node to an entitlement that administers an account, as its edges; null where there is none. An edge that does not work at the time is not taken.</summary>
    internal ImmutableArray<GraphEdge>? WayToAdministrator(string start, bool proved, long at)
    {
        var cameBy = new Dictionary<string, GraphEdge?>(StringComparer.Ordinal) { [start] = null };
        var todo = new Queue<string>([start]);
        while (todo.TryDequeue(out string? node))
        {
            if (node.EndsWith("#administer:*", StringComparison.Ordinal))
            {
                var way = new Stack<GraphEdge>();
                for (GraphEdge? edge = cameBy[node]; edge is not null; edge = cameBy[edge.From])
                {
                    way.Push(edge);
                }

                return [.. way];
            }

            foreach (GraphEdge edge in Out[node].Where(edge => edge.Kind is EdgeKind.Holds or EdgeKind.MemberOf or EdgeKind.Includes or EdgeKind.Yields or EdgeKind.CanAssume or EdgeKind.Uses or EdgeKind.Authenticates
                && (!proved || edge.Certainty == Certainty.Proved) && edge.Validity.InactiveAt(at) == InactiveReason.None && cameBy.TryAdd(edge.To, edge)))
            {
                todo.Enqueue(edge.To);
            }
        }

        return null;
    }

    internal GraphEdge? Edge(EdgeKind kind, string from, string to) => edges.FirstOrDefault(edge => edge.Kind == kind && edge.From == from && edge.To == to);

    private IEnumerable<string> Up(string resource)
    {
        for (string? at = resource; at is not null; at = Parents.GetValueOrDefault(at))
        {
            yield return at;
        }
    }
}
