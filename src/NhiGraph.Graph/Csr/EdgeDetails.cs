using System.Collections.Immutable;
using NhiGraph.Graph.Model;

namespace NhiGraph.Graph.Csr;

/// <summary>What only some edges have. Kept aside of the adjacency and shared by all edges with equal details.</summary>
public sealed record EdgeDetails
{
    /// <summary>An edge that always holds, without conditions, technique, assumptions, target or qualifier.</summary>
    public static EdgeDetails None { get; } = new();

    public Validity Validity { get; init; } = Validity.Always;

    public string? Technique { get; init; }

    public ImmutableArray<Condition> Conditions { get; init; } = [];

    public ImmutableArray<string> Assumptions { get; init; } = [];

    /// <summary>Required of ON edges, absent from all others.</summary>
    public OnTarget? On { get; init; }

    /// <summary>The last part of <see cref="EdgeKey"/>.</summary>
    public string Qualifier { get; init; } = "";

    public static EdgeDetails Of(GraphEdge edge) => new()
    {
        Validity = edge.Validity,
        Technique = edge.Technique,
        Conditions = edge.Conditions,
        Assumptions = edge.Assumptions,
        On = edge.On,
        Qualifier = edge.Key.Qualifier,
    };

    public bool Equals(EdgeDetails? other) =>
        other is not null && Validity == other.Validity && Technique == other.Technique && Qualifier == other.Qualifier && On == other.On
        && Conditions.SequenceEqual(other.Conditions) && Assumptions.SequenceEqual(other.Assumptions, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Validity, Technique, Qualifier, On, Conditions.Length, Assumptions.Length);
}
