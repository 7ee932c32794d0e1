using System.Collections.Immutable;

namespace NhiGraph.Graph.Model;

/// <summary>What an ON edge says of its target.</summary>
/// <param name="Effect">Allow or except.</param>
/// <param name="Covers">How much of the target.</param>
/// <param name="Parts">The parts as globs (<c>*</c> any run, <c>?</c> one character), sorted; empty unless <paramref name="Covers"/> is <see cref="OnCovers.Parts"/>.</param>
public sealed record OnTarget(OnEffect Effect, OnCovers Covers, ImmutableArray<string> Parts)
{
    public static OnTarget AllowSelf { get; } = new(OnEffect.Allow, OnCovers.Self, []);

    public static OnTarget AllowSubtree { get; } = new(OnEffect.Allow, OnCovers.Subtree, []);

    public static OnTarget ExceptSelf { get; } = new(OnEffect.Except, OnCovers.Self, []);

    public static OnTarget ExceptSubtree { get; } = new(OnEffect.Except, OnCovers.Subtree, []);

    public static OnTarget Part(OnEffect effect, params IEnumerable<string> parts) => new(effect, OnCovers.Parts, [.. parts.Order(StringComparer.Ordinal)]);

    public bool Equals(OnTarget? other) => other is not null && Effect == other.Effect && Covers == other.Covers && Parts.SequenceEqual(other.Parts, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Effect, Covers, Parts.Length, Parts.IsEmpty ? null : Parts[0]);

    /// <summary>The text that tells two ON edges between the same nodes apart, e.g. <c>allow parts [a/*,b]</c>.</summary>
    public override string ToString() =>
        $"{(Effect == OnEffect.Allow ? "allow" : "except")} {Covers switch { OnCovers.Self => "self", OnCovers.Subtree => "subtree", _ => $"parts [{string.Join(',', Parts)}]" }}";
}
