using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Reach;

/// <summary>How a question walks the graph; the contract's <c>TraversalOptions</c> with the time asked.</summary>
/// <param name="At">The time asked, in Unix seconds: validity of edges is judged then.</param>
public sealed record TraversalOptions(long At)
{
    /// <summary>The weakest edge to walk.</summary>
    public Certainty Certainty { get; init; } = Certainty.Inferred;

    /// <summary>Only these are reported on resources; what is walked through does not change. Empty means all.</summary>
    public CapabilitySet Capabilities { get; init; }

    /// <summary>The most edges of a path; ON is not counted.</summary>
    public int MaxDepth { get; init; } = int.MaxValue;

    /// <summary>Walk EXPOSED_TO too.</summary>
    public bool IncludeExposedTo { get; init; }

    /// <summary>Walk edges that are disabled, expired or not yet valid too.</summary>
    public bool IncludeInactive { get; init; }

    /// <summary>An edge that rests on an unread restriction counts as DECLARED at most.</summary>
    public bool Strict { get; init; }
}
