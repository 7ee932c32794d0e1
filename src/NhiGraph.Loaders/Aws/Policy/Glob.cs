namespace NhiGraph.Loaders.Aws.Policy;

/// <summary>Patterns of <c>*</c> (any run, empty too) and <c>?</c> (one character), whole-string and ordinal: does one match a text, contain another, overlap another.</summary>
internal static class Glob
{
    /// <summary>Whether the pattern has a wildcard.</summary>
    internal static bool IsWild(ReadOnlySpan<char> pattern) => pattern.IndexOfAny('*', '?') >= 0;

    /// <summary>O(pattern x text) at worst, linear in practice.</summary>
    internal static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int p = 0, t = 0, star = -1, mark = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = t;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t]))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++mark;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].TrimStart('*').IsEmpty;
    }

    /// <summary>Whether every text that <paramref name="inner"/> matches is matched by <paramref name="outer"/>. Yes is always right; no may be wrong where the outer has a <c>?</c> beside a <c>*</c> (<c>?*</c> contains <c>*a</c>).</summary>
    internal static bool Contains(ReadOnlySpan<char> outer, ReadOnlySpan<char> inner)
    {
        if (outer is "*")
        {
            return true;
        }

        if (!IsWild(inner))
        {
            return Matches(outer, inner);
        }

        // reach[j]: outer[..j] contains inner[..i] for the i of this round.
        Span<bool> reach = outer.Length < 256 ? stackalloc bool[outer.Length + 1] : new bool[outer.Length + 1];
        Span<bool> next = outer.Length < 256 ? stackalloc bool[outer.Length + 1] : new bool[outer.Length + 1];
        reach.Clear();
        reach[0] = true;
        Skip(outer, reach);
        foreach (char symbol in inner)
        {
            next.Clear();
            for (int j = 0; j < outer.Length; j++)
            {
                if (!reach[j])
                {
                    continue;
                }

                if (outer[j] == '*')
                {
                    next[j] = true;
                }
                else if (symbol != '*' && (outer[j] == '?' || outer[j] == symbol))
                {
                    next[j + 1] = true;
                }
            }

            Skip(outer, next);
            next.CopyTo(reach);
        }

        return reach[outer.Length];
    }

    /// <summary>Whether some text is matched by both.</summary>
    internal static bool Overlaps(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (!IsWild(left))
        {
            return Matches(right, left);
        }

        if (!IsWild(right))
        {
            return Matches(left, right);
        }

        // reach[j]: some text is matched by left[..i] and right[..j].
        Span<bool> reach = right.Length < 256 ? stackalloc bool[right.Length + 1] : new bool[right.Length + 1];
        Span<bool> next = right.Length < 256 ? stackalloc bool[right.Length + 1] : new bool[right.Length + 1];
        reach.Clear();
        reach[0] = true;
        Skip(right, reach);
        foreach (char symbol in left)
        {
            next.Clear();
            for (int j = 0; j <= right.Length; j++)
            {
                if (symbol == '*')
                {
                    // The run may be empty, or take one more symbol of the right side.
                    next[j] |= reach[j] || (j > 0 && next[j - 1]);
                }
                else if (reach[j] && j < right.Length)
                {
                    if (right[j] == '*')
                    {
                        next[j] = true;
                    }
                    else if (right[j] == '?' || symbol == '?' || right[j] == symbol)
                    {
                        next[j + 1] = true;
                    }
                }
            }

            Skip(right, next);
            next.CopyTo(reach);
        }

        return reach[right.Length];
    }

    /// <summary>What a pattern leaves to be matched after each way it can match <paramref name="prefix"/>: the parts of a container that it covers. Sorted, none contained in another.</summary>
    internal static List<string> After(string pattern, string prefix)
    {
        var positions = new SortedSet<int> { 0 };
        Close(pattern, positions);
        foreach (char symbol in prefix)
        {
            var next = new SortedSet<int>();
            foreach (int position in positions)
            {
                if (position < pattern.Length && pattern[position] == '*')
                {
                    next.Add(position);
                }
                else if (position < pattern.Length && (pattern[position] == '?' || pattern[position] == symbol))
                {
                    next.Add(position + 1);
                }
            }

            Close(pattern, next);
            positions = next;
        }

        return Widest(positions.Select(position => Normalize(pattern[position..])));
    }

    /// <summary>What two patterns have in common, as patterns; null where none say it. They do where one contains the other, or is a beginning with a <c>*</c> after it.</summary>
    internal static List<string>? Common(string one, string other) =>
        Contains(one, other) ? [other]
        : Contains(other, one) ? [one]
        : BeginningOf(one) is { } mine ? [.. After(other, mine).Select(rest => mine + rest)]
        : BeginningOf(other) is { } theirs ? [.. After(one, theirs).Select(rest => theirs + rest)]
        : null;

    /// <summary>Null for a pattern of another form.</summary>
    private static string? BeginningOf(string pattern) => pattern.EndsWith('*') && !IsWild(pattern.AsSpan(0, pattern.Length - 1)) ? pattern[..^1] : null;

    /// <summary>The patterns that no other contains, sorted.</summary>
    internal static List<string> Widest(IEnumerable<string> patterns)
    {
        string[] all = [.. patterns.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return [.. all.Where(pattern => !all.Any(other => other != pattern && Contains(other, pattern) && (!Contains(pattern, other) || string.CompareOrdinal(other, pattern) < 0)))];
    }

    /// <summary>One form for equal patterns: in a run of wildcards the <c>?</c> come first, then at most one <c>*</c>.</summary>
    internal static string Normalize(string pattern)
    {
        if (!pattern.Contains("**", StringComparison.Ordinal) && !pattern.Contains("*?", StringComparison.Ordinal))
        {
            return pattern;
        }

        var text = new System.Text.StringBuilder(pattern.Length);
        bool star = false;
        foreach (char symbol in pattern)
        {
            if (symbol == '*')
            {
                star = true;
                continue;
            }

            if (star && symbol != '?')
            {
                text.Append('*');
                star = false;
            }

            text.Append(symbol);
        }

        return star ? text.Append('*').ToString() : text.ToString();
    }

    private static void Skip(ReadOnlySpan<char> pattern, Span<bool> reach)
    {
        for (int j = 0; j < pattern.Length; j++)
        {
            reach[j + 1] |= reach[j] && pattern[j] == '*';
        }
    }

    private static void Close(string pattern, SortedSet<int> positions)
    {
        foreach (int start in positions.ToArray())
        {
            for (int position = start; position < pattern.Length && pattern[position] == '*'; position++)
            {
                positions.Add(position + 1);
            }
        }
    }
}
