using System.Collections.Immutable;

namespace NhiGraph.Graph.Model;

/// <summary>A node as derive makes it and a store keeps it.</summary>
/// <param name="Key">The stable key, e.g. <c>aws:arn:aws:iam::123456789012:role/deploy</c>; ordinal, case kept.</param>
/// <param name="Kinds">What it is; more than one only as <see cref="Vocabulary.MayShareNode"/> allows.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Properties">Facts about it under <see cref="PropertyNames"/> or the provider's own names; values as text (dates ISO 8601 UTC, booleans <c>true</c>/<c>false</c>).</param>
public sealed record GraphNode(string Key, NodeKinds Kinds, string Name, ImmutableSortedDictionary<string, string> Properties)
{
    /// <summary>No properties, ordered ordinally: the start of every property set, so that equal sets print equally.</summary>
    public static ImmutableSortedDictionary<string, string> NoProperties { get; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public string? this[string property] => Properties.GetValueOrDefault(property);

    public bool Equals(GraphNode? other) =>
        other is not null && Key == other.Key && Kinds == other.Kinds && Name == other.Name && Properties.SequenceEqual(other.Properties);

    public override int GetHashCode() => HashCode.Combine(Key, Kinds, Name, Properties.Count);
}
