using NhiGraph.Loaders.Aws.Data;

namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>
/// Which documented actions a statement's patterns match: whole-string, without case, never trimmed. Each distinct pattern and list is matched once.
/// Not safe for concurrent use: one a derivation.
/// </summary>
internal sealed class ActionMatcher(ActionTable table)
{
    private readonly Dictionary<string, IndexSet> patterns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IndexSet> lists = new(StringComparer.Ordinal);

    /// <summary>Patterns that matched no documented action, with the number of statements they stand in.</summary>
    internal SortedDictionary<string, int> Unmatched { get; } = new(StringComparer.Ordinal);

    /// <summary>The actions that a statement is about.</summary>
    internal IndexSet Of(PolicyStatement statement)
    {
        foreach (string pattern in statement.Actions)
        {
            if (Matching(pattern).IsEmpty)
            {
                Unmatched[pattern] = Unmatched.GetValueOrDefault(pattern) + 1;
            }
        }

        string list = (statement.IsNotAction ? "!" : "") + string.Join('\n', statement.Actions);
        if (!lists.TryGetValue(list, out IndexSet? set))
        {
            set = statement.Actions.Aggregate(IndexSet.Empty, (union, pattern) => union.Or(Matching(pattern)));
            set = statement.IsNotAction ? table.All.Except(set) : set;
            lists.Add(list, set);
        }

        return set;
    }

    private IndexSet Matching(string pattern)
    {
        if (!patterns.TryGetValue(pattern, out IndexSet? set))
        {
            patterns.Add(pattern, set = Match(pattern.ToLowerInvariant()));
        }

        return set;
    }

    private IndexSet Match(string pattern)
    {
        if (!Glob.IsWild(pattern))
        {
            return table.Find(pattern) is >= 0 and int found ? IndexSet.Of([found]) : IndexSet.Empty;
        }

        if (pattern == "*")
        {
            return table.All;
        }

        int colon = pattern.IndexOf(':', StringComparison.Ordinal);
        (int start, int end) = colon < 0 || Glob.IsWild(pattern.AsSpan(0, colon)) ? (0, table.Actions.Length) : table.RangeOf(pattern[..colon]);
        return IndexSet.Of(Enumerable.Range(start, end - start).Where(i => Glob.Matches(pattern, table.Actions[i].Name.ToLowerInvariant())));
    }
}
