using System.Collections.Immutable;
using System.Text;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Aws.Policy;

namespace NhiGraph.Loaders.Aws.Derive;

/// <summary>Replaces policy variables by what is known of a holder. A variable the holder never has matches nothing; one that cannot be told matches anything, on condition.</summary>
internal sealed class StatementBinder
{
    private readonly Dictionary<CompiledStatement, BoundStatement> unbound = [];
    private readonly Dictionary<string, ArnPattern> patterns = new(StringComparer.Ordinal);

    /// <param name="holder">Null where the holder is not one principal: a group.</param>
    internal BoundStatement Bind(CompiledStatement statement, Principal? holder)
    {
        if (!statement.HasVariables)
        {
            if (!unbound.TryGetValue(statement, out BoundStatement? known))
            {
                unbound.Add(statement, known = Make(statement, statement.Statement.Resources, []));
            }

            return known;
        }

        var unknown = new SortedSet<string>(StringComparer.Ordinal);
        IEnumerable<string> texts = statement.Statement.Resources.Select(resource => Replace(resource, holder, unknown)).OfType<string>();
        return Make(statement, [.. texts], ConditionSets.Sorted(unknown.Select(name => ConditionSets.Make(name, "PolicyVariable", [], $"{name} has the value that the resource's name asks for"))));
    }

    private BoundStatement Make(CompiledStatement statement, IEnumerable<string> texts, ImmutableArray<Condition> unknown)
    {
        ArnPattern[] all = [.. texts.Select(Pattern).Distinct().Order()];
        IEnumerable<ArnPattern> widest = all.Length > 200 ? all : all.Where(pattern => !all.Any(other => !other.Equals(pattern) && other.Covers(pattern) && (!pattern.Covers(other) || other.CompareTo(pattern) < 0)));
        return new(statement, [.. widest], unknown);
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
    private static string? Replace(string resource, Principal? holder, SortedSet<string> unknown)
    {
        var text = new StringBuilder();
        int at = 0;
        while (resource.IndexOf("${", at, StringComparison.Ordinal) is >= 0 and int start && resource.IndexOf('}', start) is >= 0 and int end)
        {
            text.Append(resource, at, start - at);
            string name = resource[(start + 2)..end].Split(',')[0].Trim();
            at = end + 1;
            switch (name.ToLowerInvariant())
            {
                case "$":
                    text.Append('$');
                    break;
                case "*" or "?":
                    // A pattern has no way to write the character itself: any one character is the nearest, on condition.
                    text.Append('?');
                    unknown.Add("${" + name + "}");
                    break;
                case "aws:username" when holder is { Kind: PrincipalKind.User }:
                    text.Append(holder.Name);
                    break;
                case "aws:username" when holder is { Kind: PrincipalKind.Role }:
                    return null;
                case "aws:userid" when holder is { Kind: PrincipalKind.User, UniqueId: not null }:
                    text.Append(holder.UniqueId);
                    break;
                case "aws:principalaccount" when holder is not null:
                    text.Append(holder.Account);
                    break;
                default:
                    text.Append('*');
                    unknown.Add(name);
                    break;
            }
        }

        return text.Append(resource, at, resource.Length - at).ToString();
    }
}
