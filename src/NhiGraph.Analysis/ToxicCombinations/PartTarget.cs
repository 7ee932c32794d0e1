using System.Collections.Immutable;
using NhiGraph.Graph.Model;

namespace NhiGraph.Analysis.ToxicCombinations;

/// <summary>Which resources a part is about: all that is given must hold; <c>default</c> members ask for nothing.</summary>
public sealed record PartTarget
{
    /// <summary>Any resource, containers too: a right over a whole service is a right, even where nothing of it is listed yet.</summary>
    public static PartTarget Any { get; } = new();

    /// <summary>At least this sensitive, and holding data or running code.</summary>
    public Sensitivity MinSensitivity { get; init; }

    /// <summary>Of one of these environments: the resource's own, else that of the nearest container that has one. Letter case does not count.</summary>
    public ImmutableArray<string> Environments { get; init; } = [];

    /// <summary>Of one of these types.</summary>
    public ImmutableArray<ResourceType> Types { get; init; } = [];

    /// <summary>Has this property.</summary>
    public ResourceTag? Tag { get; init; }

    public bool Equals(PartTarget? other) =>
        other is not null && MinSensitivity == other.MinSensitivity && Tag == other.Tag && Types.SequenceEqual(other.Types) && Environments.SequenceEqual(other.Environments, StringComparer.OrdinalIgnoreCase);

    public override int GetHashCode() => HashCode.Combine(MinSensitivity, Tag, Types.Length, Environments.Length);
}
