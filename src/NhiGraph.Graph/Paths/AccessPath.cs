using System.Collections.Immutable;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Paths;

/// <summary>How one node gives access to another: walked edges and, where the target is collected as a resource, one ON edge at the end.</summary>
/// <remarks>Immutable. Two paths with the same edges are the same path; parallel edges make distinct ones.</remarks>
public sealed class AccessPath
{
    private AccessPath(ImmutableArray<PathStep> steps, string? contradiction)
    {
        Steps = steps;
        Contradiction = contradiction;
        Certainty = steps.IsEmpty ? Certainty.Proved : steps.Min(step => step.Certainty);
    }

    /// <summary>In the direction of access; never empty.</summary>
    public ImmutableArray<PathStep> Steps { get; }

    /// <summary>The number of steps, a last ON included.</summary>
    public int Length => Steps.Length;

    /// <summary>Of the weakest step.</summary>
    public Certainty Certainty { get; }

    /// <summary>One sentence where conditions of two steps plainly contradict each other, so that the path as a whole cannot be used; else null.</summary>
    public string? Contradiction { get; }

    public int Start => Steps[0].From;

    public int Target => Steps[^1].To;

    internal static AccessPath Of(AccessGraph graph, ImmutableArray<PathStep> steps) => new(steps, Contradictions.Find(graph, steps));
}
