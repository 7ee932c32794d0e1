using System.Collections.Immutable;

namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>One condition of a statement, ready to be asked of requests.</summary>
internal sealed class CompiledCondition(string written, ConditionOperator how, string key, ImmutableArray<VariableText> values)
{
    internal string Key => key;

    /// <exception cref="MalformedPolicyException">AWS has no such operator.</exception>
    internal static CompiledCondition Compile(PolicyCondition condition, bool variables, string pointer)
    {
        ConditionOperator how = ConditionOperator.Parse(condition.Operator)
            ?? throw new MalformedPolicyException($"{pointer}/Condition/{condition.Operator}", $"'{condition.Operator}' is no condition operator.");
        return new(condition.Operator, how, condition.Key, [.. condition.Values.Select(value => VariableText.Parse(value, variables && how.TakesVariables))]);
    }

    internal Formula Of(RequestContext context)
    {
        ContextValue given = context[key];
        var wanted = new Wanted[values.Length];
        bool allKnown = true;
        for (int i = 0; i < values.Length; i++)
        {
            string? text = values[i].Resolve(context, out bool known);
            wanted[i] = new(text, known);
            allKnown &= known;
        }

        if (given.IsUnknown)
        {
            return Formula.Of(new UnmetCondition(written, key, Shown(wanted), allKnown && !Array.Exists(wanted, EscapesWildcard) ? value => Holds(value, wanted, most: false) : null));
        }

        // An unknown variable can only make more values match: the answer is between matching nothing and matching all it could.
        bool with = Holds(given, wanted, most: true);
        return allKnown || with == Holds(given, wanted, most: false) ? Formula.Of(with) : Formula.Of(new UnmetCondition(written, key, Shown(wanted), null));
    }

    /// <param name="most">Whether a value with unknown variables matches all that it could, or nothing.</param>
    private bool Holds(ContextValue given, Wanted[] wanted, bool most)
    {
        if (how.Comparison == ComparisonKind.Absence)
        {
            return Array.Exists(wanted, value => bool.TryParse(value.Text, out bool absent) && absent == given.IsAbsent);
        }

        if (given.IsAbsent)
        {
            return how.IfExists || how.Set switch { SetQuantifier.All => true, SetQuantifier.Any => false, _ => how.Negated };
        }

        return how.Set switch
        {
            SetQuantifier.All => given.Values.All(value => Meets(value, wanted, most)),
            SetQuantifier.Any => given.Values.Any(value => Meets(value, wanted, most)),
            // A list without a word for how many of it must match matches nothing.
            _ => !given.IsList && Meets(given.Values[0], wanted, most),
        };
    }

    private bool Meets(string value, Wanted[] wanted, bool most) => how.Negated != Array.Exists(wanted, one =>
        one.Text is not null && (one.Known ? Comparison.Matches(how.Comparison, one.Text, value) : most && Comparison.MayMatch(how.Comparison, one.Text, value)));

    private static bool EscapesWildcard(Wanted value) => value.Text is not null && Wildcard.Plain(value.Text) != value.Text;

    private ImmutableArray<string> Shown(Wanted[] wanted) => [.. wanted.Select((one, i) => one is { Known: true, Text: { } text } ? Wildcard.Plain(text) : values[i].Written)];

    /// <param name="Text">A value of the policy for this request; null for one that matches nothing.</param>
    /// <param name="Known">False where it has <c>*</c> in place of a variable that could not be told.</param>
    private readonly record struct Wanted(string? Text, bool Known);
}
