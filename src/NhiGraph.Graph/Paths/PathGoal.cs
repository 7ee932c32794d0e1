using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Paths;

/// <summary>Where a path may end: on nodes that are walked to, and on resources that an ON edge collects from a hub.</summary>
internal sealed class PathGoal
{
    private readonly HashSet<int> _nodes = [];
    private readonly Dictionary<int, List<ResourceLink>> _links = [];

    internal IReadOnlyCollection<int> Nodes => _nodes;

    internal IReadOnlyCollection<int> Hubs => _links.Keys;

    internal void AddNode(int node) => _nodes.Add(node);

    internal void Add(ResourceLink link)
    {
        if (!_links.TryGetValue(link.Hub, out List<ResourceLink>? links))
        {
            _links.Add(link.Hub, links = []);
        }

        links.Add(link);
    }

    /// <summary>Puts the links of each hub in edge order; needed before a search.</summary>
    internal void Seal()
    {
        foreach (List<ResourceLink> links in _links.Values)
        {
            links.Sort((left, right) => left.Edge != right.Edge ? left.Edge.CompareTo(right.Edge) : left.Resource.CompareTo(right.Resource));
        }
    }

    internal bool IsNode(int node) => _nodes.Contains(node);

    internal List<ResourceLink>? LinksOf(int hub) => _links.GetValueOrDefault(hub);

    internal static PathStep StepOf(ResourceLink link, AccessEdge edge) =>
        new(link.Edge, link.Hub, link.Resource, EdgeKind.On, link.Certainty, edge.To == link.Resource ? -1 : edge.To);
}
