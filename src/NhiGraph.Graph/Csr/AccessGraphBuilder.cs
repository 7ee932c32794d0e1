using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Csr;

/// <summary>
/// Collects nodes and edges in any order and builds an <see cref="AccessGraph"/>; the same content always builds the same graph.
/// Records are the easy way in; <see cref="AddNode(ReadOnlySpan{byte}, NodeColumns)"/>, <see cref="AddDetails"/> and <see cref="AddEdge"/> the fast one for millions. Both may be mixed.
/// </summary>
public sealed class AccessGraphBuilder
{
    private readonly NodeList nodes = new();
    private readonly EdgeList edges = new();
    private readonly List<(int Edge, string From, string To)> named = [];
    private readonly List<EdgeDetails> details = [EdgeDetails.None];
    private readonly Dictionary<EdgeDetails, int> detailIds = new() { [EdgeDetails.None] = 0 };

    public void Add(GraphNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        AddNode(node.Key, NodeColumns.Of(node));
    }

    public void Add(GraphEdge edge)
    {
        ArgumentNullException.ThrowIfNull(edge);
        named.Add((edges.Count, edge.From, edge.To));
        AddEdge(0, 0, edge.Kind, edge.Certainty, AddDetails(EdgeDetails.Of(edge)));
    }

    /// <summary>Adds a node and tells its number for <see cref="AddEdge"/>; the graph numbers nodes anew.</summary>
    /// <exception cref="ArgumentException">The key is not well-formed Unicode.</exception>
    public int AddNode(string key, NodeColumns columns) => AddNode(KeySlab.Utf8.GetBytes(key), columns);

    /// <inheritdoc cref="AddNode(string, NodeColumns)"/>
    /// <remarks>Cheapest when keys come in ordinal order.</remarks>
    public int AddNode(ReadOnlySpan<byte> key, NodeColumns columns)
    {
        if (!System.Text.Unicode.Utf8.IsValid(key))
        {
            throw new ArgumentException("A key must be valid UTF-8.", nameof(key));
        }

        return nodes.Add(key, columns);
    }

    /// <summary>The number that stands for these details in <see cref="AddEdge"/>; equal details share one. 0 is <see cref="EdgeDetails.None"/>.</summary>
    public int AddDetails(EdgeDetails edgeDetails)
    {
        ArgumentNullException.ThrowIfNull(edgeDetails);
        if (!detailIds.TryGetValue(edgeDetails, out int id))
        {
            id = details.Count;
            details.Add(edgeDetails);
            detailIds.Add(edgeDetails, id);
        }

        return id;
    }

    /// <param name="from">The number of a node, as <see cref="AddNode(string, NodeColumns)"/> told it.</param>
    /// <param name="to">Likewise.</param>
    /// <param name="kind">What the edge says.</param>
    /// <param name="certainty">How much must be assumed.</param>
    /// <param name="detailsId">As <see cref="AddDetails"/> told it.</param>
    /// <exception cref="ArgumentException">An ON edge must say what it covers.</exception>
    public void AddEdge(int from, int to, EdgeKind kind, Certainty certainty, int detailsId = 0)
    {
        EdgeDetails edgeDetails = details[detailsId];
        if (kind == EdgeKind.On && edgeDetails.On is null)
        {
            throw new ArgumentException("An ON edge must say what it covers of its target.", nameof(detailsId));
        }

        if (edges.Count == SortedEdges.MostEdges)
        {
            throw new InvalidOperationException($"A graph holds at most {SortedEdges.MostEdges} edges.");
        }

        edges.Add(from, to, kind, EdgeFlags.Pack(kind, certainty, edgeDetails), detailsId);
    }

    /// <summary>Makes room for this many edges at once.</summary>
    public void ReserveEdges(int count) => edges.Reserve(count);

    /// <param name="version">The store's version that the content was read at.</param>
    /// <exception cref="ArgumentException">
    /// Two nodes have one key, an edge names a node that was not added, or ON or CONTAINS does not join what it may.
    /// </exception>
    public AccessGraph Build(string version)
    {
        ArgumentNullException.ThrowIfNull(version);
        int[] order = nodes.Order();
        KeySlab keys = nodes.Keys(order);
        int[] places = PlacesOf(order);
        SortedEdges sorted = SortedEdges.Sort(Resolved(places, keys), nodes.Count, details);
        (int[] columns, string?[] texts) = FirstUse.Renumber([.. Array.ConvertAll(order, node => nodes.Scopes[node]), .. Array.ConvertAll(order, node => nodes.Environments[node])], nodes.Texts);
        (int[] detailed, EdgeDetails[] used) = FirstUse.Renumber(sorted.DetailIds, details);
        return new AccessGraph(new GraphContent
        {
            Version = version,
            Keys = keys,
            Kinds = Array.ConvertAll(order, node => (ushort)nodes.Kinds[node]),
            Sensitivity = Array.ConvertAll(order, node => nodes.Sensitivity[node]),
            Traits = Array.ConvertAll(order, node => nodes.Traits[node]),
            Capabilities = Array.ConvertAll(order, node => nodes.Capabilities[node]),
            ResourceTypes = Array.ConvertAll(order, node => nodes.ResourceTypes[node]),
            Facts = Array.ConvertAll(order, node => nodes.Facts[node]),
            Dates = Array.ConvertAll(nodes.Dates, dates => DateColumn.Of(dates, places)),
            Scopes = columns[..order.Length],
            Environments = columns[order.Length..],
            Texts = texts,
            Offsets = sorted.Offsets,
            Heads = sorted.Heads,
            Flags = sorted.Flags,
            DetailedEdges = sorted.DetailedEdges,
            DetailIds = detailed,
            Details = used,
        });
    }

    /// <summary>The number that the graph gives to each node added.</summary>
    private static int[] PlacesOf(int[] order)
    {
        var places = new int[order.Length];
        for (int place = 0; place < order.Length; place++)
        {
            places[order[place]] = place;
        }

        return places;
    }

    /// <summary>The edges between nodes as the graph numbers them.</summary>
    private EdgeList Resolved(int[] places, KeySlab keys)
    {
        var resolved = new EdgeList();
        resolved.Reserve(Math.Max(edges.Count, 1));
        int nextNamed = 0;
        for (int edge = 0; edge < edges.Count; edge++)
        {
            bool isNamed = nextNamed < named.Count && named[nextNamed].Edge == edge;
            int from = isNamed ? Find(keys, named[nextNamed].From, named[nextNamed]) : Place(places, edges.Tails[edge]);
            int to = isNamed ? Find(keys, named[nextNamed].To, named[nextNamed]) : Place(places, edges.Heads[edge]);
            resolved.Add(from, to, (EdgeKind)edges.Kinds[edge], edges.Flags[edge], edges.Details[edge]);
            nextNamed += isNamed ? 1 : 0;
        }

        return resolved;
    }

    private static int Find(KeySlab keys, string key, (int Edge, string From, string To) edge) =>
        keys.TryFind(key, out int node) ? node : throw new ArgumentException($"The edge from '{edge.From}' to '{edge.To}' names '{key}', which is no node of the graph.");

    private static int Place(int[] places, int node) =>
        (uint)node < (uint)places.Length ? places[node] : throw new ArgumentException($"An edge names node {node}, which was not added.");
}
