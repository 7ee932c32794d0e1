using System.Collections.Immutable;

namespace NhiGraph.Analysis.ToxicCombinations;

/// <summary>
/// Rules as bits of one word: for each rule one bit a part, and one that says that the rule was reported at this actor or one it controls.
/// The first two bits are those of administrators. Rules that do not fit go into another round.
/// </summary>
internal sealed class RuleBits
{
    internal const ulong Administers = 1;
    internal const ulong AdministersReported = 2;
    private const int First = 2;
    private const int Width = 64;

    private RuleBits(ImmutableArray<ToxicRule> rules)
    {
        Rules = rules;
        int next = First;
        foreach (ToxicRule rule in rules)
        {
            PartsAt.Add(next);
            ulong parts = ((1UL << rule.Parts.Length) - 1) << next;
            next += rule.Parts.Length;
            Parts.Add(parts);
            Reported.Add(1UL << next++);
            All |= parts | Reported[^1];
        }
    }

    internal ImmutableArray<ToxicRule> Rules { get; }

    /// <summary>Every bit of every rule of the round.</summary>
    internal ulong All { get; }

    /// <summary>Where the bits of a rule's parts begin.</summary>
    internal List<int> PartsAt { get; } = [];

    internal List<ulong> Parts { get; } = [];

    internal List<ulong> Reported { get; } = [];

    /// <summary>The rules in rounds, in their order.</summary>
    /// <exception cref="ArgumentException">A rule has no part, or more than a word holds.</exception>
    internal static IEnumerable<RuleBits> Rounds(IEnumerable<ToxicRule> rules)
    {
        var round = new List<ToxicRule>();
        int width = First;
        foreach (ToxicRule rule in rules)
        {
            int own = rule.Parts.Length + 1;
            if (rule.Parts.IsEmpty || First + own > Width)
            {
                throw new ArgumentException($"The rule {rule.Id} must have 1 to {Width - First - 1} parts.", nameof(rules));
            }

            if (width + own > Width)
            {
                yield return new RuleBits([.. round]);
                round.Clear();
                width = First;
            }

            round.Add(rule);
            width += own;
        }

        yield return new RuleBits([.. round]);
    }
}
