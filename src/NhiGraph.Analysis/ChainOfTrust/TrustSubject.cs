using System.Collections.Immutable;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Analysis.ChainOfTrust;

/// <summary>An identity, credential or consumer with what stands beside it in its chain. Every list has each node once, in key order.</summary>
public sealed class TrustSubject
{
    private readonly WalkRule _rule;

    private TrustSubject(AccessGraph graph, int node, NodeKinds kind, TraversalOptions options)
    {
        (Graph, Node, Kind, Options) = (graph, node, kind, options);
        _rule = new(graph, options, options.Certainty);
        ImmutableArray<AccessEdge> bound = kind switch
        {
            NodeKinds.Identity => Edges(graph.In(node), EdgeKind.Authenticates),
            NodeKinds.Credential => Edges(graph.Out(node), EdgeKind.Authenticates),
            _ => [.. Walked(graph.Out(node), EdgeKind.Uses).SelectMany(edge => Walked(graph.Out(edge.To), EdgeKind.Authenticates))],
        };
        Identities = kind switch
        {
            NodeKinds.Identity => [node],
            NodeKinds.Credential => Each(bound, edge => edge.To),
            _ => Each(bound.Concat(Walked(graph.Out(node), EdgeKind.CanAssume)), edge => edge.To),
        };
        Authenticating = [.. bound.Where(edge => Walks(edge))];
        Credentials = kind switch
        {
            NodeKinds.Identity => Each(Authenticating, edge => edge.From),
            NodeKinds.Credential => [node],
            _ => Each(Walked(graph.Out(node), EdgeKind.Uses), edge => edge.To),
        };
        Bound = kind == NodeKinds.Identity ? Each(bound, edge => edge.From) : Credentials;
        AfterDisabling = [.. kind == NodeKinds.Consumer ? [] : Each(bound.Where(edge => graph.FactsOf(edge.To).Enabled == false), edge => edge.From).Where(IsInForce)];
        Using = kind switch
        {
            NodeKinds.Identity => [.. Credentials.SelectMany(credential => Walked(graph.In(credential), EdgeKind.Uses)), .. Walked(graph.In(node), EdgeKind.CanAssume).Where(edge => edge.From != node && IsA(edge.From, NodeKinds.Consumer))],
            NodeKinds.Credential => [.. Walked(graph.In(node), EdgeKind.Uses)],
            _ => [],
        };
        TakingOn = kind == NodeKinds.Identity
            ? [.. graph.In(node).Where(edge => edge.Kind is EdgeKind.CanAssume or EdgeKind.HasAccount && edge.From != node && !IsA(edge.From, NodeKinds.Consumer) && Walks(edge))]
            : [.. kind == NodeKinds.Consumer ? Walked(graph.Out(node), EdgeKind.CanAssume) : []];
        Dangling = kind == NodeKinds.Identity ? [.. Edges(graph.In(node), EdgeKind.CanAssume).Where(edge => graph.FactsOf(edge.From).Unlisted && graph.ValidityOf(edge.Id).Disabled)] : [];
    }

    public AccessGraph Graph { get; }

    public int Node { get; }

    /// <summary>As what it is asked: identity, credential or consumer, the first that it is.</summary>
    public NodeKinds Kind { get; }

    public TraversalOptions Options { get; }

    /// <summary>The identities that act: itself, or those that it leads to.</summary>
    public ImmutableArray<int> Identities { get; }

    /// <summary>Those that work at the time asked; a credential that is asked about itself in any case.</summary>
    public ImmutableArray<int> Credentials { get; }

    /// <summary>Those that do not work too.</summary>
    public ImmutableArray<int> Bound { get; }

    /// <summary>Credentials that work by themselves while their identity is disabled.</summary>
    public ImmutableArray<int> AfterDisabling { get; }

    internal ImmutableArray<AccessEdge> Authenticating { get; }

    /// <summary>By what something uses it or its credentials.</summary>
    internal ImmutableArray<AccessEdge> Using { get; }

    /// <summary>By what people and other identities are meant to become the identity without a credential of its own (rights that could be turned to that end do not count); for a consumer, by what it becomes identities.</summary>
    internal ImmutableArray<AccessEdge> TakingOn { get; }

    /// <summary>Trust in somebody who is not there.</summary>
    internal ImmutableArray<AccessEdge> Dangling { get; }

    /// <summary>Itself and its identities.</summary>
    internal IEnumerable<int> Things => Identities.Prepend(Node).Distinct();

    internal long At => Options.At;

    /// <summary>Whose uses tell when it was used: itself, and the credentials by which it is.</summary>
    public IEnumerable<int> UsedThrough => Kind == NodeKinds.Credential ? [Node] : Credentials.Prepend(Node);

    /// <summary>Null where the node is none of the three.</summary>
    public static TrustSubject? Of(AccessGraph graph, int node, TraversalOptions options)
    {
        foreach (NodeKinds kind in (ReadOnlySpan<NodeKinds>)[NodeKinds.Identity, NodeKinds.Credential, NodeKinds.Consumer])
        {
            if ((graph.KindsOf(node) & kind) != 0)
            {
                return new(graph, node, kind, options);
            }
        }

        return null;
    }

    /// <summary>A credential by its own facts, whatever its identity.</summary>
    internal bool IsInForce(int credential) => Graph.FactsOf(credential).Enabled != false && !(Graph.DateOf(credential, NodeDate.Expires) <= At);

    internal bool IsA(int node, NodeKinds kind) => (Graph.KindsOf(node) & kind) != 0;

    internal bool IsActive(AccessEdge edge) => _rule.IsActive(edge);

    internal static ImmutableArray<int> Each(IEnumerable<AccessEdge> edges, Func<AccessEdge, int> end) => [.. edges.Select(end).Distinct().Order()];

    private bool Walks(AccessEdge edge) => _rule.Walks(edge, out _);

    private IEnumerable<AccessEdge> Walked(AccessEdges edges, EdgeKind kind) => edges.Where(edge => edge.Kind == kind && Walks(edge));

    private static ImmutableArray<AccessEdge> Edges(AccessEdges edges, EdgeKind kind) => [.. edges.Where(edge => edge.Kind == kind)];
}
