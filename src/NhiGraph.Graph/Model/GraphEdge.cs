using System.Collections.Immutable;

namespace NhiGraph.Graph.Model;

/// <summary>An edge as derive makes it and a store keeps it; it runs in the direction of access.</summary>
public sealed record GraphEdge(EdgeKind Kind, string From, string To, Certainty Certainty)
{
    /// <summary>When it works.</summary>
    public Validity Validity { get; init; } = Validity.Always;

    /// <summary>The technique that makes it, or null.</summary>
    public string? Technique { get; init; }

    /// <summary>The conditions that must hold, sorted; empty unless certainty is at most CONDITIONAL.</summary>
    public ImmutableArray<Condition> Conditions { get; init; } = [];

    /// <summary>Codes of unread restrictions that it rests on, sorted; <c>strict</c> demotes it to DECLARED when there is one.</summary>
    public ImmutableArray<string> Assumptions { get; init; } = [];

    /// <summary>For ON edges only.</summary>
    public OnTarget? On { get; init; }

    /// <summary>For evidence edges: role, since and the like.</summary>
    public ImmutableSortedDictionary<string, string> Properties { get; init; } = GraphNode.NoProperties;

    /// <summary>Its identity. The qualifier is <c>technique | role | ON target | hash of the conditions</c>, those that are there, joined by <c>|</c>.</summary>
    public EdgeKey Key => new(Kind, From, To, EdgeQualifier.Of(this));

    public bool Equals(GraphEdge? other) =>
        other is not null && Kind == other.Kind && From == other.From && To == other.To && Certainty == other.Certainty && Validity == other.Validity
        && Technique == other.Technique && Conditions.SequenceEqual(other.Conditions) && Assumptions.SequenceEqual(other.Assumptions, StringComparer.Ordinal)
        && On == other.On && Properties.SequenceEqual(other.Properties);

    public override int GetHashCode() => HashCode.Combine(Kind, From, To, Certainty, Technique);
}
