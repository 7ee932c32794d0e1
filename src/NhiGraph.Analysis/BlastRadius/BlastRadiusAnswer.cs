using System.Collections.Immutable;
using NhiGraph.Analysis.Answers;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Analysis.BlastRadius;

/// <summary>What falls if some nodes fall. The walk is made once; each part is computed when it is first asked for. Holds a pooled workspace: dispose it. Not for several threads at once.</summary>
public sealed class BlastRadiusAnswer : IDisposable
{
    private readonly PathSearch _search;
    private ReachWorkspace? _workspace;
    private bool _disposed;
    private ReachedPlaces? _places;
    private ReachSummary? _summary;
    private ReachBounds? _public;

    private BlastRadiusAnswer(AccessGraph graph, Starts starts, TraversalOptions options)
    {
        Graph = graph;
        Options = options;
        Starts = starts;
        _search = new(graph, options);
    }

    public AccessGraph Graph { get; }

    public TraversalOptions Options { get; }

    /// <summary>What it was asked of.</summary>
    public Starts Starts { get; }

    /// <summary>Counts; nothing is enumerated but the nodes walked to, so it costs about as much as the walk.</summary>
    public ReachSummary Summary => _summary ??= Summaries.Of(Reach, Places);

    /// <summary>Resources that hold data or run code and that <see cref="WellKnownKeys.Anyone"/> or <see cref="WellKnownKeys.AnyAuthenticated"/> reaches, without those that the starts reach by their own access.</summary>
    public ReachBounds PublicResources => _public ??= PublicReach.Beyond(Reach, Starts.Nodes);

    /// <summary>The capabilities reached, with the resources of any sort but containers they are reached on, in the order of the closed list; those reached on none are left out.</summary>
    public ImmutableArray<CapabilityCount> Capabilities =>
    [
        .. CapabilitySet.All.Members()
            .Select(capability => new CapabilityCount(capability, Reach.Resources.CountOf(capability)))
            .Where(count => count.Resources.Possible > 0),
    ];

    /// <summary>Whether anything is possibly collected: a resource of any sort, or a container that is administered.</summary>
    public bool ReachesResources =>
        Reach.Resources.Administered.Possible > 0 || CapabilitySet.All.Members().Any(capability => Reach.Resources.CountOf(capability).Possible > 0);

    /// <summary>The scopes in which more facts could add to the answer: of the starts and of all that is possibly reached, sorted.</summary>
    public ImmutableArray<string> Scopes => ScopesTouched.Of(Graph, Starts.Nodes, Places);

    /// <summary>Restrictions that were not read and on whose absence edges of the answer rest, sorted by code.</summary>
    public ImmutableArray<AssumptionCount> Assumptions => new RestingEdges(Reach).Count(Starts.Nodes);

    private ReachedPlaces Places => _places ??= ReachedPlaces.Of(Reach);

    /// <summary>Walked when first needed.</summary>
    private ReachWorkspace Reach
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_workspace is null)
            {
                _workspace = ReachWorkspace.Rent(Graph);
                _workspace.Forward(Starts.Nodes.AsSpan(), Options);
            }

            return _workspace;
        }
    }

    public static BlastRadiusAnswer Of(AccessGraph graph, IEnumerable<string> keys, TraversalOptions options) => new(graph, Starts.Of(graph, keys), options);

    /// <summary>Of nodes of one snapshot, for questions that already hold them.</summary>
    public static BlastRadiusAnswer Of(AccessGraph graph, ImmutableArray<int> nodes, TraversalOptions options) => new(graph, new(nodes, []), options);

    /// <summary>What was walked to, nearest first, then by key; the starts are not in it, nor what is only reached as a resource.</summary>
    /// <param name="kinds">At least one of these; none means all.</param>
    public Page<ReachedNode> Entities(NodeKinds kinds, int skip, int take) => WalkedKinds.Page(Reach, kinds, skip, take);

    /// <summary>What the entitlements reached cover, nearest first, then by key; as a default what holds data or runs code, like the summary.</summary>
    public Page<ReachedResource> Resources(ResourceQuery query, int skip, int take)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        ReadOnlySpan<int> nodes = Reach.Resources.List(query);
        ImmutableArray<ReachedResource>.Builder items = ImmutableArray.CreateBuilder<ReachedResource>(Math.Clamp(nodes.Length - skip, 0, take));
        for (int i = skip; i < nodes.Length && items.Count < take; i++)
        {
            Reach.Resources.TryFind(nodes[i], out ReachedResource resource);
            items.Add(resource);
        }

        return new(items.ToImmutable(), nodes.Length);
    }

    /// <summary>The parts of a reached resource that are reached, as globs, sorted; empty where the whole is.</summary>
    public ImmutableArray<string> PartsOf(int resource) => ReachedParts.Of(Reach, resource);

    /// <summary>How a node is reached by walked edges; null when it is not, or is a start.</summary>
    public AccessPath? PathToEntity(int node, PathOrder order) => Reach.IsReached(node) ? _search.ToNode(Starts.Nodes, node, order) : null;

    /// <summary>How a resource is reached through an entitlement; null when it is not, or not with that capability.</summary>
    public AccessPath? PathToResource(int resource, Capability? capability, PathOrder order) => _search.ToResource(Starts.Nodes, resource, capability, order, hub => Reach.DistanceOf(hub) >= 0);

    /// <summary>A bounded picture: nearest nodes one by one, and what does not fit joined into one dot a kind and distance.</summary>
    public Subgraph Picture(int maxNodes) => new ReachPicture(Reach, Starts.Nodes).Draw(maxNodes);

    public void Dispose()
    {
        _disposed = true;
        _workspace?.Dispose();
        _workspace = null;
    }
}
