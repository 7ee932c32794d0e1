using System.Collections.Immutable;
using NhiGraph.Loaders.Aws.Data;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>What a grant leaves out: whatever matches one of the patterns (a NotResource, a Deny) and none of those that are kept (a Deny with NotResource, or outside of some regions).</summary>
internal sealed record Exclusion(ImmutableArray<ArnPattern> Patterns, ImmutableArray<ArnPattern> Kept) : IComparable<Exclusion>
{
    internal string Text { get; } = TextOf(Patterns, Kept);

    /// <summary>Everything is left out but what is kept.</summary>
    internal bool IsNot => !Kept.IsEmpty && Patterns is [{ IsEverything: true }];

    internal static Exclusion Of(IEnumerable<ArnPattern> patterns, IEnumerable<ArnPattern>? kept = null) => new(Sorted(patterns), Sorted(kept ?? []));

    internal static Exclusion AllBut(IEnumerable<ArnPattern> kept) => new([ArnPattern.Everything], Sorted(kept));

    /// <summary>How a reader sees it; equal texts are equal exclusions.</summary>
    internal static string TextOf(ImmutableArray<ArnPattern> patterns, ImmutableArray<ArnPattern> kept)
    {
        string but = string.Join(',', kept.Select(pattern => pattern.Text)), left = string.Join(',', patterns.Select(pattern => pattern.Text));
        return kept.IsEmpty ? left : patterns is [{ IsEverything: true }] ? "all but " + but : $"{left} but {but}";
    }

    /// <summary>Whether it leaves out everything that the pattern names.</summary>
    internal bool Covers(ArnPattern pattern) => Patterns.Any(left => left.Covers(pattern)) && !Kept.Any(kept => kept.Overlaps(pattern));

    /// <summary>Whether it leaves out something that the pattern names.</summary>
    internal bool Touches(ArnPattern pattern) => Patterns.Any(left => left.Overlaps(pattern) && !Kept.Any(kept => kept.Covers(left))) && !Kept.Any(kept => kept.Covers(pattern));

    /// <summary>Whether it leaves out something that is of the type and named by the pattern.</summary>
    internal bool Touches(ResourceKind kind, ArnPattern include)
    {
        if (kind.IsService)
        {
            return CoversServices();
        }

        return Patterns.Any(left => kind.IsNamedBy(left) && left.Overlaps(include)) && !Kept.Any(kept => kind.IsCoveredBy(kept) || kept.Covers(include));
    }

    /// <summary>Whether it leaves out everything of the type; <paramref name="form"/> is the type's form in this account.</summary>
    internal bool Covers(ResourceKind kind, ArnPattern? form) =>
        kind.IsService || form is null ? CoversServices() : Patterns.Any(left => left.Covers(form)) && !Kept.Any(kind.IsNamedBy);

    /// <summary>Whether it leaves out requests without a resource: they are of the whole-string <c>*</c>.</summary>
    internal bool CoversServices() => NameServices(Patterns) && !NameServices(Kept);

    /// <summary>What it leaves out of the parts of one thing; null for nothing. What is kept as well as left out, it has as a whole or not at all: regions part no thing.</summary>
    /// <param name="parts">All of them.</param>
    internal Exclusion? Within(ArnPattern parts)
    {
        if (Kept.IsEmpty || IsNot)
        {
            return this;
        }

        return Kept.Any(kept => kept.Covers(parts)) || !Patterns.Any(left => left.Overlaps(parts)) ? null
            : Kept.Any(kept => kept.Overlaps(parts)) ? AllBut(Kept)
            : Of(Patterns);
    }

    private static ImmutableArray<ArnPattern> Sorted(IEnumerable<ArnPattern> patterns) => [.. patterns.Distinct().Order()];

    private static bool NameServices(ImmutableArray<ArnPattern> patterns) => patterns.Any(pattern => pattern.IsEverything || pattern.Equals(ArnPattern.NoResource));

    public bool Equals(Exclusion? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public int CompareTo(Exclusion? other) => string.CompareOrdinal(Text, other?.Text);
}
