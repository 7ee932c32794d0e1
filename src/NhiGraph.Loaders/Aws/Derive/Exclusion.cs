using System.Collections.Immutable;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>What a grant leaves out: whatever matches one of the patterns (a NotResource, a Deny), or whatever matches none of them (a Deny with NotResource).</summary>
internal sealed record Exclusion(ImmutableArray<ArnPattern> Patterns, bool IsNot) : IComparable<Exclusion>
{
    internal string Text { get; } = (IsNot ? "all but " : "") + string.Join(',', Patterns.Select(pattern => pattern.Text));

    internal static Exclusion Of(IEnumerable<ArnPattern> patterns, bool isNot) => new([.. patterns.Distinct().Order()], isNot);

    /// <summary>Whether it leaves out everything that the pattern names.</summary>
    internal bool Covers(ArnPattern pattern) => IsNot ? !Patterns.Any(kept => kept.Overlaps(pattern)) : Patterns.Any(left => left.Covers(pattern));

    /// <summary>Whether it leaves out something that the pattern names.</summary>
    internal bool Touches(ArnPattern pattern) => IsNot ? !Patterns.Any(kept => kept.Covers(pattern)) : Patterns.Any(left => left.Overlaps(pattern));

    /// <summary>Whether it leaves out something that is of the type and named by the pattern.</summary>
    internal bool Touches(ResourceKind kind, ArnPattern include)
    {
        if (kind.IsService)
        {
            return CoversServices();
        }

        return IsNot ? !Patterns.Any(kept => kind.IsCoveredBy(kept) || kept.Covers(include)) : Patterns.Any(left => kind.IsNamedBy(left) && left.Overlaps(include));
    }

    /// <summary>Whether it leaves out everything of the type; <paramref name="form"/> is the type's form in this account.</summary>
    internal bool Covers(ResourceKind kind, ArnPattern? form) =>
        kind.IsService || form is null ? CoversServices() : IsNot ? !Patterns.Any(kind.IsNamedBy) : Patterns.Any(left => left.Covers(form));

    /// <summary>Whether it leaves out requests without a resource: they are of the whole-string <c>*</c>.</summary>
    internal bool CoversServices() => IsNot != Patterns.Any(pattern => pattern.IsEverything || pattern.Equals(ArnPattern.NoResource));

    public bool Equals(Exclusion? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public int CompareTo(Exclusion? other) => string.CompareOrdinal(Text, other?.Text);
}
