using System.Collections.Immutable;

namespace NhiGraph.Graph.Model;

/// <summary>A condition of the source that must hold for an edge to work, in the provider's own words.</summary>
/// <param name="Key">The provider's key, e.g. <c>aws:SourceIp</c>.</param>
/// <param name="Operator">The provider's operator, e.g. <c>IpAddress</c>.</param>
/// <param name="Values">The provider's values, sorted.</param>
/// <param name="Statement">The same as one plain sentence.</param>
public sealed record Condition(string Key, string Operator, ImmutableArray<string> Values, string Statement)
{
    public bool Equals(Condition? other) =>
        other is not null && Key == other.Key && Operator == other.Operator && Statement == other.Statement && Values.SequenceEqual(other.Values, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Key, Operator, Statement, Values.Length);
}
