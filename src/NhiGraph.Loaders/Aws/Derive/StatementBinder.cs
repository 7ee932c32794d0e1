using System.Collections.Immutable;
using System.Text;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>
/// Says what a statement says of one holder: its conditions on the holder decided, its policy variables replaced. A variable the holder never has matches nothing; one that cannot be told matches anything, on condition,
/// and what needs no such variable stands by itself.
/// </summary>
internal sealed class StatementBinder
{
    private readonly Dictionary<CompiledStatement, ImmutableArray<BoundStatement>> unbound = [];
    private readonly Dictionary<string, ArnPattern> patterns = new(StringComparer.Ordinal);

    /// <param name="holder">What is known of the holder; null where it is not one principal: a group.</param>
    /// <returns>Nothing for a statement whose conditions the holder never meets.</returns>
    internal ImmutableArray<BoundStatement> Bind(CompiledStatement statement, RequestContext? holder)
    {
        if (statement.DependsOnHolder)
        {
            return Decided(statement, holder) is { } terms ? [.. Parts(statement, holder, terms)] : [];
        }

        if (!unbound.TryGetValue(statement, out ImmutableArray<BoundStatement> known))
        {
            unbound.Add(statement, known = [.. Make(statement, statement.Statement.Resources, statement.Statement.IsNotResource, [], statement.Terms)]);
        }

        return known;
    }

    /// <summary>Null where a condition on the holder fails.</summary>
    private static StatementTerms? Decided(CompiledStatement statement, RequestContext? holder)
    {
        if (holder is null || statement.OnHolder.IsEmpty)
        {
            return statement.Terms;
        }

        Formula?[] decided = [.. statement.OnHolder.Select(condition => condition?.Of(holder))];
        return decided.Any(formula => formula is { IsNo: true }) ? null : statement.TermsWithout(string.Concat(decided.Select(formula => formula is { IsYes: true } ? '1' : '0')));
    }

    private IEnumerable<BoundStatement> Parts(CompiledStatement statement, RequestContext? holder, StatementTerms terms)
    {
        bool not = statement.Statement.IsNotResource;
        List<string> told = [], untold = [];
        var unknown = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string resource in statement.Statement.Resources)
        {
            var names = new SortedSet<string>(StringComparer.Ordinal);
            if (!statement.HasVariables)
            {
                told.Add(resource);
            }
            else if (Replace(resource, holder, names) is { } text)
            {
                (names.Count > 0 ? untold : told).Add(text);
                unknown.UnionWith(names);
            }
        }

        IEnumerable<BoundStatement> sure = not || told.Count > 0 || statement.Statement.Resources.IsEmpty ? Make(statement, not ? told.Concat(untold) : told, not, [], terms) : [];

        // Left out by NotResource, unless the variable has another value.
        return untold.Count == 0 ? sure : sure.Concat(Make(statement, untold, false, ConditionSets.Sorted(unknown.Select(name => Condition(name, not))), terms));
    }

    private static Condition Condition(string name, bool not) => not
        ? ConditionSets.Make(name, "PolicyVariableNot", [], $"{name} has not the value that the resource's name asks for")
        : ConditionSets.Make(name, "PolicyVariable", [], $"{name} has the value that the resource's name asks for");

    private IEnumerable<BoundStatement> Make(CompiledStatement statement, IEnumerable<string> texts, bool not, ImmutableArray<Condition> unknown, StatementTerms terms)
    {
        if (statement.Span is not { } span)
        {
            return [About(statement, texts.Select(Pattern), not, unknown, terms)];
        }

        // A policy of a resource may name none, and does not pad what is no whole ARN.
        ArnPattern[] named = statement.Statement.Resources.IsEmpty ? [ArnPattern.Everything] : [.. texts.Where(text => text.Split(':', 6).Length == 6 || Glob.IsWild(text)).Select(Pattern)];
        (List<ArnPattern> sure, List<ArnPattern> butForSome) = span.Common(named, not);
        Condition other = ConditionSets.Make("Resource", "NotResource", texts, $"it is none of those that NotResource leaves out: {string.Join(", ", texts)}");
        return [.. One(sure, unknown), .. One(butForSome, ConditionSets.Union(unknown, [other]))];

        IEnumerable<BoundStatement> One(List<ArnPattern> patterns, ImmutableArray<Condition> conditions) => patterns.Count == 0 ? [] : [About(statement, patterns, false, conditions, terms)];
    }

    private static BoundStatement About(CompiledStatement statement, IEnumerable<ArnPattern> named, bool not, ImmutableArray<Condition> unknown, StatementTerms terms)
    {
        (IEnumerable<ArnPattern> patterns, IEnumerable<ArnPattern> kept) = statement.Regions?.Of(named, not) ?? (not ? ([ArnPattern.Everything], named) : (named, []));
        return new(statement, Widest(patterns), Widest(kept), unknown, terms);
    }

    private static ImmutableArray<ArnPattern> Widest(IEnumerable<ArnPattern> patterns)
    {
        ArnPattern[] all = [.. patterns.Distinct().Order()];
        return all.Length > 200 ? [.. all] : [.. all.Where(pattern => !all.Any(other => !other.Equals(pattern) && other.Covers(pattern) && (!pattern.Covers(other) || other.CompareTo(pattern) < 0)))];
    }

    private ArnPattern Pattern(string text)
    {
        if (!patterns.TryGetValue(text, out ArnPattern? pattern))
        {
            patterns.Add(text, pattern = ArnPattern.Parse(text));
        }

        return pattern;
    }

    /// <summary>Null when a variable has no value for this holder.</summary>
    private static string? Replace(string resource, RequestContext? holder, SortedSet<string> unknown)
    {
        var text = new StringBuilder();
        int at = 0;
        while (resource.IndexOf("${", at, StringComparison.Ordinal) is >= 0 and int start && resource.IndexOf('}', start) is >= 0 and int end)
        {
            text.Append(resource, at, start - at);
            string[] parts = resource[(start + 2)..end].Split(',', 2);
            string name = parts[0].Trim();
            at = end + 1;
            switch (name)
            {
                case "$":
                    text.Append('$');
                    break;
                case "*" or "?":
                    // A pattern has no way to write the character itself: any one character is the nearest, on condition.
                    text.Append('?');
                    unknown.Add("${" + name + "}");
                    break;
                default:
                    ContextValue value = holder?[name] ?? ContextValue.Unknown;
                    if (value.IsUnknown)
                    {
                        text.Append('*');
                        unknown.Add(name);
                    }
                    else if (value.IsAbsent && parts.Length > 1)
                    {
                        text.Append(parts[1].Trim().Trim('\''));
                    }
                    else if (value.IsAbsent || value.IsList)
                    {
                        return null;
                    }
                    else
                    {
                        text.Append(value.Values[0]);
                    }

                    break;
            }
        }

        return text.Append(resource, at, resource.Length - at).ToString();
    }
}
