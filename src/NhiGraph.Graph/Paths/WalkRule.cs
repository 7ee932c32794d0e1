using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Graph.Paths;

/// <summary>Which edges a search may use under the options, and how certain they then are.</summary>
public readonly struct WalkRule(AccessGraph graph, TraversalOptions options, Certainty floor)
{
    /// <summary>Whether a search may use the edge, and at which certainty.</summary>
    public bool Walks(in AccessEdge edge, out Certainty certainty)
    {
        certainty = Effective(edge);
        return certainty >= floor && (edge.Kind != EdgeKind.ExposedTo || options.IncludeExposedTo) && (options.IncludeInactive || IsActive(edge));
    }

    /// <summary>DECLARED at most where <c>strict</c> demotes it.</summary>
    public Certainty Effective(in AccessEdge edge) =>
        options.Strict && edge.Assumed && edge.Certainty > Certainty.Declared ? Certainty.Declared : edge.Certainty;

    /// <summary>Whether it works at the time asked.</summary>
    public bool IsActive(in AccessEdge edge) => graph.ValidityOf(edge.Id).InactiveAt(options.At) == InactiveReason.None;
}
