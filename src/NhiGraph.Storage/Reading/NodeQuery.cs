using System.Collections.Immutable;
using NhiGraph.Graph.Model;

namespace NhiGraph.Storage.Reading;

/// <summary>Which nodes, in which order, which page.</summary>
public sealed record NodeQuery
{
    /// <summary>A node must have one of these kinds; None means any.</summary>
    public NodeKinds Kinds { get; init; }

    /// <summary>All must hold.</summary>
    public ImmutableArray<PropertyFilter> Where { get; init; } = [];

    /// <summary>
    /// What a person typed, or null (white space alone counts as null): matched without case (<see cref="FoldedText"/>) against name, key (ARN parts and key ids
    /// are in it), e-mail and fingerprint, and ranked by <see cref="SearchRank"/>; <see cref="Order"/> is not used then.
    /// </summary>
    public string? Text { get; init; }

    public NodeOrder Order { get; init; } = NodeOrder.ByName;

    /// <summary>The most nodes to return.</summary>
    public int First { get; init; } = 50;

    /// <summary>Return what comes after this cursor of an earlier page of the same query and version.</summary>
    public string? After { get; init; }
}
