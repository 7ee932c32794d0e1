using System.Runtime.InteropServices;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Reach;

/// <summary>
/// One question of reach at a time: what the starts reach (<see cref="Forward"/>, blast radius) or what reaches them (<see cref="Reverse"/>, exposure), proved and possible in one go.
/// Rent one, ask, read, dispose; what it hands out is good until it is asked again or disposed. Allocates nothing once warm. Not safe for concurrent use; the graph is.
/// </summary>
/// <remarks>
/// The start is not in the answer. A node that is only reached as a resource, through ON, is in <see cref="Resources"/> and is not walked on from.
/// O(V + E) of the answer, whatever the size of the graph.
/// </remarks>
public sealed partial class ReachWorkspace : IDisposable
{
    private readonly EdgeFilter filter;
    private readonly Closure closure;
    private readonly Strengths strengths;
    private readonly HubCoverage coverage;
    private readonly List<HubSeed> seeds = [];
    private readonly List<int> starts = [];
    private readonly ReachedResources resources;
    private bool rented;
    private bool hasResources;

    internal ReachWorkspace(AccessGraph graph)
    {
        Graph = graph;
        filter = new EdgeFilter(graph.Content);
        closure = new Closure(graph);
        strengths = new Strengths(this);
        coverage = new HubCoverage(graph);
        resources = new ReachedResources(this, coverage);
    }

    public AccessGraph Graph { get; }

    public TraversalOptions Options { get; private set; } = new(0);

    /// <summary>How many nodes were reached, starts left out.</summary>
    public int Count => closure.Entries.Length - closure.StartCount;

    /// <summary>The greatest distance of a reached node; 0 when none was.</summary>
    public int Depth => Math.Max(closure.LayerCount - 1, 0);

    /// <summary>How many edges the walk looked at: its cost, the same on every machine.</summary>
    public long EdgesScanned => closure.EdgesScanned;

    /// <summary>The last question was forward, so that it has resources behind it.</summary>
    public bool IsForward => closure.LayerCount > 0 && !closure.IsReversed;

    /// <summary>What was reached, nearest first, then by key.</summary>
    public ReachedNodes Nodes => new(this);

    /// <summary>The resources behind what a forward question reached.</summary>
    /// <exception cref="InvalidOperationException">The last question was not forward.</exception>
    public ReachedResources Resources
    {
        get
        {
            if (!IsForward)
            {
                throw new InvalidOperationException("Resources are behind a forward question.");
            }

            if (!hasResources)
            {
                resources.Begin();
                hasResources = true;
            }

            return resources;
        }
    }

    internal Closure Closure => closure;

    /// <summary>What PROVED edges alone reach, starts among it.</summary>
    internal Closure Proved => strengths.Proved();

    internal HubCoverage Coverage => coverage;

    /// <summary>The entitlements of the answer whose capability is asked for, nearest first.</summary>
    internal ReachedHubs Hubs => new(closure, Graph.Hubs, coverage);

    internal ReadOnlySpan<int> Starts => CollectionsMarshal.AsSpan(starts);

    /// <summary>In a reverse question, the hubs over its starts.</summary>
    internal ReadOnlySpan<HubSeed> Seeds => CollectionsMarshal.AsSpan(seeds);

    public static ReachWorkspace Rent(AccessGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ReachWorkspace workspace = graph.Workspaces.Rent();
        workspace.rented = true;
        return workspace;
    }

    /// <summary>What falls if the starts fall.</summary>
    public void Forward(ReadOnlySpan<int> from, TraversalOptions options)
    {
        Begin(from, options);
        closure.Forward(from, filter, options.MaxDepth);
    }

    /// <summary>
    /// Who can reach the starts. A start that is a resource is reached through the ON edges of itself and of its containers, excepts honoured, by hubs of the options' capabilities;
    /// a start that can be walked to is reached that way too.
    /// </summary>
    public void Reverse(ReadOnlySpan<int> to, TraversalOptions options)
    {
        Begin(to, options);
        foreach (int start in starts)
        {
            coverage.AddHubsOver(start, seeds);
        }

        closure.Reverse(to, Seeds, filter, options.MaxDepth);
    }

    /// <summary>Gives the workspace back.</summary>
    public void Dispose()
    {
        if (rented)
        {
            Reset();
            rented = false;
            Graph.Workspaces.Return(this);
        }
    }

    private void Begin(ReadOnlySpan<int> from, TraversalOptions options)
    {
        ObjectDisposedException.ThrowIf(!rented, this);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxDepth, nameof(options));
        foreach (int start in from)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)start, (uint)Graph.NodeCount, nameof(from));
        }

        Reset();
        starts.AddRange(from);
        Options = options;
        filter.Use(options, options.Certainty);
        coverage.Use(options);
    }

    private void Reset()
    {
        strengths.Clear();
        closure.Clear();
        seeds.Clear();
        starts.Clear();
        hasPlaces = false;
        hasCounts = false;
        hasResources = false;
    }
}
