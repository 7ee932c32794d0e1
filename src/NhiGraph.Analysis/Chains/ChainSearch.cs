using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Paths;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Analysis.Chains;

/// <summary>Finds the chains through a node, in their order.</summary>
internal sealed class ChainSearch(AccessGraph graph, TraversalOptions options)
{
    private readonly WalkRule _rule = new(graph, options, options.Certainty);

    internal static IEnumerable<Chain> Through(AccessGraph graph, int node, TraversalOptions options)
    {
        var search = new ChainSearch(graph, options);
        NodeKinds kinds = graph.KindsOf(node);
        var chains = new List<Chain>();
        if ((kinds & NodeKinds.Consumer) != 0)
        {
            chains.AddRange(search.OfConsumer(node));
        }

        if ((kinds & NodeKinds.Credential) != 0)
        {
            chains.AddRange(search.OfCredential(node));
        }

        if ((kinds & NodeKinds.Human) != 0)
        {
            chains.AddRange(search.OfHuman(node));
        }

        if ((kinds & NodeKinds.Identity) != 0)
        {
            chains.AddRange(search.OfIdentity(node));
        }

        if ((kinds & (NodeKinds.Identity | NodeKinds.Group | NodeKinds.Entitlement | NodeKinds.Resource)) != 0)
        {
            chains.AddRange(search.OfThoseReaching(node));
        }

        return chains.Distinct();
    }

    /// <summary>By credential, then by identity; then identities it may act as without a credential.</summary>
    private IEnumerable<Chain> OfConsumer(int consumer)
    {
        foreach ((int credential, Certainty uses) in Heads(consumer, EdgeKind.Uses))
        {
            foreach ((int identity, Certainty authenticates) in Heads(credential, EdgeKind.Authenticates))
            {
                yield return new(consumer, credential, identity, Min(uses, authenticates));
            }
        }

        foreach ((int identity, Certainty certainty) in Heads(consumer, EdgeKind.CanAssume))
        {
            yield return new(consumer, -1, identity, certainty);
        }
    }

    private IEnumerable<Chain> OfCredential(int credential) =>
        Heads(credential, EdgeKind.Authenticates).SelectMany(head => OfCredential(credential, head.Node, head.Certainty));

    private IEnumerable<Chain> OfCredential(int credential, int identity, Certainty authenticates)
    {
        bool used = false;
        foreach ((int consumer, Certainty uses) in Tails(credential, EdgeKind.Uses))
        {
            used = true;
            yield return new(consumer, credential, identity, Min(uses, authenticates));
        }

        if (!used)
        {
            yield return new(-1, credential, identity, authenticates);
        }
    }

    private IEnumerable<Chain> OfHuman(int human) => Heads(human, EdgeKind.HasAccount).SelectMany(head => OfIdentity(head.Node));

    /// <summary>By credential, then by consumer; then consumers without a credential. An identity that nothing at all leads to has one chain, which lacks both.</summary>
    private IEnumerable<Chain> OfIdentity(int identity)
    {
        bool any = false;
        foreach ((int credential, Certainty authenticates) in Tails(identity, EdgeKind.Authenticates))
        {
            foreach (Chain chain in OfCredential(credential, identity, authenticates))
            {
                any = true;
                yield return chain;
            }
        }

        foreach ((int consumer, Certainty certainty) in Tails(identity, EdgeKind.CanAssume))
        {
            if ((graph.KindsOf(consumer) & NodeKinds.Consumer) != 0)
            {
                any = true;
                yield return new(consumer, -1, identity, certainty);
            }
        }

        if (!any && !IsTakenOn(identity))
        {
            yield return new(-1, -1, identity, Certainty.Proved);
        }
    }

    /// <summary>Nearest first, then by key.</summary>
    private IEnumerable<Chain> OfThoseReaching(int node)
    {
        using ReachWorkspace reach = ReachWorkspace.Rent(graph);
        reach.Reverse([node], options);
        foreach (ReachedNode reached in reach.Nodes)
        {
            if ((graph.KindsOf(reached.Node) & NodeKinds.Identity) != 0)
            {
                foreach (Chain chain in OfIdentity(reached.Node))
                {
                    yield return chain;
                }
            }
        }
    }

    /// <summary>Another identity, or a person, leads to it: then it is on the way of their chains, and lacks nothing itself.</summary>
    private bool IsTakenOn(int identity)
    {
        foreach (AccessEdge edge in graph.In(identity))
        {
            if (edge.From != identity && _rule.Walks(edge, out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Each head once, by key, at the certainty of the best edge.</summary>
    private List<(int Node, Certainty Certainty)> Heads(int node, EdgeKind kind) => Ends(graph.Out(node), kind, edge => edge.To);

    private List<(int Node, Certainty Certainty)> Tails(int node, EdgeKind kind) => Ends(graph.In(node), kind, edge => edge.From);

    private List<(int Node, Certainty Certainty)> Ends(AccessEdges edges, EdgeKind kind, Func<AccessEdge, int> end)
    {
        var best = new SortedDictionary<int, Certainty>();
        foreach (AccessEdge edge in edges)
        {
            if (edge.Kind == kind && _rule.Walks(edge, out Certainty certainty))
            {
                best[end(edge)] = best.TryGetValue(end(edge), out Certainty before) && before > certainty ? before : certainty;
            }
        }

        return [.. best.Select(pair => (pair.Key, pair.Value))];
    }

    private static Certainty Min(Certainty left, Certainty right) => left < right ? left : right;
}
