using System.Collections.Immutable;
using System.Text;

namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>
/// Takes a pattern apart by other patterns: one text for each way in which texts that it matches can be matched by the others or not. What holds for these texts holds for all that the pattern covers.
/// Runs all patterns at once over every text, as an automaton: exact, exponential at worst, and given up past a bound.
/// </summary>
internal static class PatternCells
{
    private const int MostStates = 2000;
    private const int MostCells = 1000;

    /// <summary>One text a cell; null past the bound.</summary>
    /// <param name="colons">Whether texts may hold a colon: not in the first five fields of an ARN.</param>
    internal static IReadOnlyList<string>? OfText(string asked, IEnumerable<string> others, bool colons = true)
    {
        if (!Glob.IsWild(asked))
        {
            return [asked];
        }

        // A pattern that matches all or none of what is asked for parts nothing.
        string[] patterns = [asked, .. others.Distinct(StringComparer.Ordinal).Where(other => Glob.Overlaps(other, asked) && !Glob.Contains(other, asked))];
        char[] alphabet = Alphabet(patterns, colons);
        var start = new State([.. patterns.Select(pattern => Closed(pattern, [0]))]);
        var seen = new HashSet<string>(StringComparer.Ordinal) { start.Key };
        var cells = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var todo = new Queue<(State State, string Text)>([(start, "")]);
        while (todo.TryDequeue(out (State State, string Text) at))
        {
            string ends = at.State.Ends(patterns);
            if (ends[0] == '1')
            {
                cells.TryAdd(ends, at.Text);
            }

            foreach (char symbol in Following(asked, at.State.Positions[0], alphabet))
            {
                State next = at.State.After(patterns, symbol);
                if (next.Positions[0].Length > 0 && seen.Add(next.Key))
                {
                    todo.Enqueue((next, at.Text + symbol));
                }
            }

            if (seen.Count > MostStates || cells.Count > MostCells)
            {
                return null;
            }
        }

        return [.. cells.Values];
    }

    /// <summary>One resource a cell, by six fields; null past the bound.</summary>
    internal static IReadOnlyList<RequestResource>? OfResource(RequestResource asked, IReadOnlyCollection<string[]> others)
    {
        List<string[]> cells = [[]];
        for (int i = 0; i < 6; i++)
        {
            int field = i;
            IReadOnlyList<string>? texts = OfText(asked.Fields[field], others.Select(other => other[field]), colons: field == 5);
            if (texts is null || cells.Count * texts.Count > MostCells)
            {
                return null;
            }

            cells = [.. cells.SelectMany(cell => texts.Select(text => (string[])[.. cell, text]))];
        }

        return [.. cells.Select(cell => RequestResource.Of(cell))];
    }

    /// <summary>The characters that can come next: where the pattern has no wildcard, those that it names alone.</summary>
    private static IEnumerable<char> Following(string asked, ImmutableArray<int> positions, char[] alphabet) =>
        positions.Any(at => at < asked.Length && (asked[at] is '*' or '?')) ? alphabet : positions.Where(at => at < asked.Length).Select(at => asked[at]).Distinct();

    /// <summary>Every character that some pattern tells apart, and one that none does.</summary>
    private static char[] Alphabet(string[] patterns, bool colons)
    {
        var told = new SortedSet<char>(patterns.SelectMany(pattern => pattern).Where(symbol => symbol is not ('*' or '?') && (colons || symbol != ':')));
        char other = 'x';
        while (told.Contains(other))
        {
            other++;
        }

        return [.. told, other];
    }

    /// <summary>Positions of a pattern with all that its stars let it skip to, sorted.</summary>
    private static ImmutableArray<int> Closed(string pattern, IEnumerable<int> positions)
    {
        var closed = new SortedSet<int>();
        foreach (int position in positions)
        {
            int at = position;
            while (closed.Add(at) && at < pattern.Length && pattern[at] == '*')
            {
                at++;
            }
        }

        return [.. closed];
    }

    /// <summary>Where each pattern may stand after some text.</summary>
    private sealed class State(ImmutableArray<ImmutableArray<int>> positions)
    {
        internal ImmutableArray<ImmutableArray<int>> Positions => positions;

        internal string Key { get; } = string.Join('|', positions.Select(own => string.Join(',', own)));

        internal State After(string[] patterns, char symbol) => new([.. patterns.Select((pattern, i) => Closed(pattern, positions[i]
            .Where(at => at < pattern.Length && (pattern[at] is '*' or '?' || pattern[at] == symbol)).Select(at => pattern[at] == '*' ? at : at + 1)))]);

        /// <summary>A digit a pattern: whether it matches the text.</summary>
        internal string Ends(string[] patterns)
        {
            var ends = new StringBuilder(patterns.Length);
            for (int i = 0; i < patterns.Length; i++)
            {
                ends.Append(positions[i].Contains(patterns[i].Length) ? '1' : '0');
            }

            return ends.ToString();
        }
    }
}
