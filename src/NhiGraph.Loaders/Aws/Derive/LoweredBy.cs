using NhiGraph.Graph.Model;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>A Deny with conditions over a part of what is granted: it lowers what is proved there.</summary>
internal sealed record LoweredBy(Exclusion Of, Condition Unless) : IComparable<LoweredBy>
{
    internal string Text { get; } = $"{Of.Text} unless {Unless.Key} {Unless.Operator} {string.Join(',', Unless.Values)}";

    public bool Equals(LoweredBy? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public int CompareTo(LoweredBy? other) => string.CompareOrdinal(Text, other?.Text);
}
