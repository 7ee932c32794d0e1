using System.Collections.Immutable;
using NhiGraph.Analysis.OrphanChains;
using NhiGraph.Graph.Csr;

namespace NhiGraph.Analysis.ChainOfTrust;

/// <summary>Makes links, and decides between "missing" and "unknown" by what the sources of all scopes concerned were read for.</summary>
internal sealed class LinkMaker
{
    private readonly TrustKnowledge _knowledge;
    private readonly bool _listed;

    internal LinkMaker(TrustSubject subject, TrustKnowledge knowledge)
    {
        _knowledge = knowledge;
        Known = subject.Things.Select(subject.Graph.ScopeOf).Distinct().Aggregate(Known.All, (known, scope) => known & knowledge.Of(scope));
        _listed = subject.Things.All(knowledge.IsListed);
    }

    /// <summary>In every scope of the subject and its identities.</summary>
    internal Known Known { get; }

    internal bool IsNeverUsed(int node) => _knowledge.NeverUsed(node);

    /// <summary>Rests on what the sources of the scopes say.</summary>
    internal TrustLink Link(TrustLinkKind kind, Known needed, TrustState state, TrustReason reason, IEnumerable<int> nodes, IEnumerable<AccessEdge>? edges = null, long? at = null) =>
        Link(kind, Has(needed), state, reason, nodes, edges, at);

    /// <summary>Rests on the record of the subject and of its identities.</summary>
    internal TrustLink ByRecord(TrustLinkKind kind, TrustState state, TrustReason reason, IEnumerable<int> nodes, IEnumerable<AccessEdge>? edges = null, long? at = null) =>
        Link(kind, _listed, state, reason, nodes, edges, at);

    /// <summary>None: missing only where the sources that would know were read whole.</summary>
    internal TrustLink None(TrustLinkKind kind, Known needed, TrustReason reason, IEnumerable<int> nodes, IEnumerable<AccessEdge>? edges = null) =>
        Link(kind, needed, Has(needed) ? TrustState.Missing : TrustState.Unknown, reason, nodes, edges);

    internal TrustLink NoneByRecord(TrustLinkKind kind, TrustReason reason) =>
        ByRecord(kind, _listed ? TrustState.Missing : TrustState.Unknown, reason, []);

    private bool Has(Known needed) => (Known & needed) == needed;

    private static TrustLink Link(TrustLinkKind kind, bool backed, TrustState state, TrustReason reason, IEnumerable<int> nodes, IEnumerable<AccessEdge>? edges, long? at) =>
        new(kind, state, reason, [.. nodes.Distinct()], edges is null ? [] : [.. edges.Select(edge => edge.Id).Distinct().Order()], at, backed);
}
