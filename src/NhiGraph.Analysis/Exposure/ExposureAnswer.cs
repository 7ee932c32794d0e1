using System.Collections.Immutable;
using NhiGraph.Analysis.Answers;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Analysis.Exposure;

/// <summary>
/// Who can reach some nodes. A node that is a resource is reached through the entitlements that cover it, excepts honoured; one that is walked to is reached that way too.
/// Holds a pooled workspace: dispose it. Not for several threads at once.
/// </summary>
public sealed class ExposureAnswer : IDisposable
{
    private readonly ReachWorkspace _reach;
    private readonly PathSearch _search;
    private ReachedPlaces? _places;
    private ReachSummary? _summary;

    private ExposureAnswer(AccessGraph graph, Starts targets, TraversalOptions options)
    {
        Targets = targets;
        _search = new(graph, options);
        _reach = ReachWorkspace.Rent(graph);
        _reach.Reverse(targets.Nodes.AsSpan(), options);
    }

    public AccessGraph Graph => _reach.Graph;

    public TraversalOptions Options => _reach.Options;

    /// <summary>What it was asked of.</summary>
    public Starts Targets { get; }

    /// <summary>Counts of who can reach them; resources are none of them.</summary>
    public ReachSummary Summary => _summary ??= Summaries.Of(_reach, Places);

    /// <summary>Anyone, or anyone who is signed in somewhere, can reach one of them, as far as the options allow.</summary>
    public bool Public =>
        (Graph.TryFind(WellKnownKeys.Anyone, out int anyone) && _reach.IsReached(anyone))
        || (Graph.TryFind(WellKnownKeys.AnyAuthenticated, out int authenticated) && _reach.IsReached(authenticated));

    /// <summary>The scopes in which more facts could add to the answer: of the targets and of all who possibly reach them, sorted.</summary>
    public ImmutableArray<string> Scopes => ScopesTouched.Of(Graph, Targets.Nodes, Places);

    /// <summary>Restrictions that were not read and on whose absence edges of the answer rest, sorted by code.</summary>
    public ImmutableArray<AssumptionCount> Assumptions => new RestingEdges(_reach).Count(Targets.Nodes);

    private ReachedPlaces Places => _places ??= ReachedPlaces.Of(_reach);

    public static ExposureAnswer Of(AccessGraph graph, IEnumerable<string> keys, TraversalOptions options) => new(graph, Starts.Of(graph, keys), options);

    /// <summary>Of nodes of one snapshot, for questions that already hold them.</summary>
    public static ExposureAnswer Of(AccessGraph graph, ImmutableArray<int> nodes, TraversalOptions options) => new(graph, new(nodes, []), options);

    /// <summary>Who can reach them, nearest first, then by key; the targets are not in it. Distance counts the ON edge of a resource.</summary>
    /// <param name="kinds">At least one of these; none means all.</param>
    public Page<ReachedNode> Entities(NodeKinds kinds, int skip, int take) => WalkedKinds.Page(_reach, kinds, skip, take);

    /// <summary>How a node reaches one of the targets; null when it does not, or is one.</summary>
    public AccessPath? PathFrom(int node, PathOrder order) => _reach.IsReached(node) ? _search.ToAny(node, Targets.Nodes, order) : null;

    public void Dispose() => _reach.Dispose();
}
