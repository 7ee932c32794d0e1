using NhiGraph.Graph.Model;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Loaders.Runs;

/// <summary>
/// Finds resources that would hang under a second container, or under themselves, among all that a run derived and joined. Such an edge is stored as any other; the tree of
/// the graph keeps the least container, and so it is told here. A longer cycle, or a container that a scope states which this run left alone, shows in the graph alone.
/// </summary>
internal sealed class ContainmentCheck
{
    private readonly Dictionary<string, string> first = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedSet<string>> several = new(CodePointOrder.Instance);

    internal void Add(IEnumerable<DerivedEdge> edges)
    {
        foreach (GraphEdge edge in edges.Select(derived => derived.Edge).Where(edge => edge.Kind == EdgeKind.Contains))
        {
            bool isFirst = first.TryAdd(edge.To, edge.From);
            if (edge.From != edge.To && (isFirst || first[edge.To] == edge.From))
            {
                continue;
            }

            if (!several.TryGetValue(edge.To, out SortedSet<string>? containers))
            {
                several[edge.To] = containers = new SortedSet<string>(CodePointOrder.Instance) { first[edge.To] };
            }

            containers.Add(edge.From);
        }
    }

    internal IEnumerable<Problem> Problems()
    {
        foreach ((string resource, SortedSet<string> all) in several)
        {
            if (all.Remove(resource))
            {
                yield return RunProblems.ContainsItself(resource);
            }

            foreach (string dropped in all.Skip(1))
            {
                yield return RunProblems.SecondContainer(resource, all.Min!, dropped);
            }
        }
    }
}
