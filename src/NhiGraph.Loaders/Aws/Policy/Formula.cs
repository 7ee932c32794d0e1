using System.Collections.Immutable;

namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>
/// A truth that may hang on conditions nobody could tell: yes, no, or an expression over them. Negations stand at the conditions alone; equal expressions have equal texts. Immutable.
/// </summary>
internal sealed class Formula
{
    private Formula(FormulaKind kind, ImmutableArray<Formula> parts, UnmetCondition? condition, string text) =>
        (Kind, Parts, Condition, Text) = (kind, parts, condition, text);

    internal static Formula Yes { get; } = new(FormulaKind.Yes, [], null, "yes");

    internal static Formula No { get; } = new(FormulaKind.No, [], null, "no");

    internal FormulaKind Kind { get; }

    /// <summary>Of All and Any: two or more, sorted by text, none twice, none of the same kind.</summary>
    internal ImmutableArray<Formula> Parts { get; }

    /// <summary>Of Holds and Fails.</summary>
    internal UnmetCondition? Condition { get; }

    internal string Text { get; }

    internal bool IsYes => Kind == FormulaKind.Yes;

    internal bool IsNo => Kind == FormulaKind.No;

    /// <summary>It hangs on conditions.</summary>
    internal bool IsOpen => Kind > FormulaKind.Yes;

    internal static Formula Of(bool truth) => truth ? Yes : No;

    internal static Formula Of(UnmetCondition condition) => new(FormulaKind.Holds, [], condition, condition.Text);

    internal Formula And(Formula other) =>
        IsNo || other.IsNo ? No : IsYes ? other : other.IsYes ? this : Join(FormulaKind.All, this, other);

    internal Formula Or(Formula other) =>
        IsYes || other.IsYes ? Yes : IsNo ? other : other.IsNo ? this : Join(FormulaKind.Any, this, other);

    internal Formula Negated() => Kind switch
    {
        FormulaKind.Yes => No,
        FormulaKind.No => Yes,
        FormulaKind.Holds => new(FormulaKind.Fails, [], Condition, "not " + Text),
        FormulaKind.Fails => Of(Condition!),
        FormulaKind.All => Parts.Aggregate(No, (any, part) => any.Or(part.Negated())),
        _ => Parts.Aggregate(Yes, (all, part) => all.And(part.Negated())),
    };

    /// <summary>What it comes to once each condition is told.</summary>
    internal bool With(Func<UnmetCondition, bool> told) => Kind switch
    {
        FormulaKind.Yes => true,
        FormulaKind.No => false,
        FormulaKind.Holds => told(Condition!),
        FormulaKind.Fails => !told(Condition!),
        FormulaKind.All => Parts.All(part => part.With(told)),
        _ => Parts.Any(part => part.With(told)),
    };

    /// <summary>The conditions it hangs on, each once.</summary>
    internal IEnumerable<UnmetCondition> Conditions() =>
        (Condition is { } own ? [own] : Parts.SelectMany(part => part.Conditions())).DistinctBy(condition => condition.Text, StringComparer.Ordinal);

    public override string ToString() => Text;

    private static Formula Join(FormulaKind kind, Formula left, Formula right)
    {
        var parts = new SortedDictionary<string, Formula>(StringComparer.Ordinal);
        foreach (Formula part in Flat(kind, left).Concat(Flat(kind, right)))
        {
            parts[part.Text] = part;
        }

        if (parts.Values.Any(part => part.Kind == FormulaKind.Fails && parts.ContainsKey(part.Condition!.Text)))
        {
            return kind == FormulaKind.All ? No : Yes;
        }

        // (a or b) and a is a; (a and b) or a is a.
        Formula[] kept = [.. parts.Values.Where(part => part.Parts.IsEmpty || !part.Parts.Any(inner => parts.ContainsKey(inner.Text)))];
        return kept.Length == 1 ? kept[0] : new(kind, [.. kept], null, $"{(kind == FormulaKind.All ? "all" : "any")}({string.Join(", ", kept.Select(part => part.Text))})");
    }

    private static ImmutableArray<Formula> Flat(FormulaKind kind, Formula formula) => formula.Kind == kind ? formula.Parts : [formula];
}
