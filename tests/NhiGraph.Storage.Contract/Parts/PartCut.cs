using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Storage.Contract.Parts;

/// <summary>A piece of a graph in the making: only what is added is in it, and what contains that.</summary>
internal sealed class PartCut(AccessGraph whole)
{
    private readonly SortedSet<int> _nodes = [];
    private readonly SortedSet<int> _edges = [];

    internal bool Has(int node) => _nodes.Contains(node);

    internal void AddNode(int node)
    {
        if (!_nodes.Add(node))
        {
            return;
        }

        foreach (AccessEdge edge in whole.EvidenceIn(node))
        {
            if (edge.Kind == EdgeKind.Contains)
            {
                AddEdge(edge);
            }
        }
    }

    internal void AddEdge(AccessEdge edge)
    {
        _edges.Add(edge.Id);
        AddNode(edge.From);
        AddNode(edge.To);
    }

    /// <summary>All that a resource contains, at any depth.</summary>
    internal void AddContent(int resource)
    {
        var waiting = new Stack<int>([resource]);
        var seen = new HashSet<int> { resource };
        while (waiting.TryPop(out int container))
        {
            foreach (AccessEdge edge in whole.EvidenceOut(container).Where(edge => edge.Kind == EdgeKind.Contains))
            {
                AddEdge(edge);
                if (seen.Add(edge.To))
                {
                    waiting.Push(edge.To);
                }
            }
        }
    }

    private NodeDates DatesOf(int node) => new()
    {
        Created = whole.DateOf(node, NodeDate.Created),
        Rotated = whole.DateOf(node, NodeDate.Rotated),
        Expires = whole.DateOf(node, NodeDate.Expires),
        Used = whole.DateOf(node, NodeDate.Used),
        Ended = whole.DateOf(node, NodeDate.Ended),
    };

    internal AccessGraph Build()
    {
        var builder = new AccessGraphBuilder();
        var places = new Dictionary<int, int>();
        foreach (int node in _nodes)
        {
            places[node] = builder.AddNode(whole.KeyOf(node), new NodeColumns(whole.KindsOf(node))
            {
                Sensitivity = whole.SensitivityOf(node),
                Traits = whole.TraitsOf(node),
                ResourceType = whole.ResourceTypeOf(node),
                Capability = whole.HasCapability(node) ? whole.CapabilityOf(node) : null,
                Scope = whole.ScopeOf(node),
                Environment = whole.EnvironmentOf(node),
                Facts = whole.FactsOf(node),
                Dates = DatesOf(node),
            });
        }

        foreach (AccessEdge edge in _edges.Select(whole.EdgeAt))
        {
            builder.AddEdge(places[edge.From], places[edge.To], edge.Kind, edge.Certainty, builder.AddDetails(whole.DetailsOf(edge.Id)));
        }

        return builder.Build(whole.Version);
    }
}
