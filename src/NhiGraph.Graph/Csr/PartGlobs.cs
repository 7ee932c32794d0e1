using System.Collections.Immutable;

namespace NhiGraph.Graph.Csr;

/// <summary>Whether one glob (<c>*</c> any run, <c>?</c> one character) takes in all that another does. Remembers its answers, so that asking again allocates nothing.</summary>
internal sealed class PartGlobs
{
    private const int MostKept = 4096;

    /// <summary>A letter that stands for all that neither glob names: what matches it matches any letter.</summary>
    private const char AnyLetter = '\uFFFF';

    private readonly Dictionary<(string Wide, string Narrow), bool> kept = [];

    internal bool Covers(ImmutableArray<string> wide, string narrow)
    {
        foreach (string glob in wide)
        {
            if (!kept.TryGetValue((glob, narrow), out bool covers))
            {
                if (kept.Count >= MostKept)
                {
                    kept.Clear();
                }

                covers = Covers(glob, narrow);
                kept.Add((glob, narrow), covers);
            }

            if (covers)
            {
                return true;
            }
        }

        return false;
    }

    internal static bool Covers(string wide, string narrow) =>
        wide == "*" || wide == narrow || Matches(wide, narrow) || (wide.Contains('?', StringComparison.Ordinal) && wide.Contains('*', StringComparison.Ordinal) && Includes(wide, narrow));

    /// <summary>
    /// Matches the wide glob against the narrow one as a text in which <c>*</c> is a letter that only a <c>*</c> takes, and <c>?</c> one that only <c>?</c> or <c>*</c> takes.
    /// Never wrong when true; misses only globs that mix <c>?</c> and <c>*</c>. O(wide x narrow).
    /// </summary>
    private static bool Matches(string wide, string narrow)
    {
        int w = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (n < narrow.Length)
        {
            if (w < wide.Length && wide[w] == '*')
            {
                star = w++;
                resume = n;
            }
            else if (w < wide.Length && (wide[w] == narrow[n] || (wide[w] == '?' && narrow[n] != '*')))
            {
                w++;
                n++;
            }
            else if (star >= 0)
            {
                w = star + 1;
                n = ++resume;
            }
            else
            {
                return false;
            }
        }

        return wide.AsSpan(w).IndexOfAnyExcept('*') < 0;
    }

    /// <summary>
    /// Exact: walks the narrow glob with the set of places at which the wide one may stand, a bit each. Where the narrow one allows any letter, the letter that no glob names is the
    /// hardest, so it stands for all. A wide glob too long for the bits counts as not covering, which leaves more possible.
    /// </summary>
    private static bool Includes(string wide, string narrow)
    {
        if (wide.Length > 63)
        {
            return false;
        }

        var seen = new HashSet<(int Place, ulong Stands)>();
        var open = new Stack<(int Place, ulong Stands)>();
        open.Push((0, Skip(wide, 1)));
        while (open.TryPop(out (int Place, ulong Stands) state))
        {
            if (state.Stands == 0 || (state.Place == narrow.Length && (state.Stands >> wide.Length & 1) == 0))
            {
                return false;
            }

            if (state.Place < narrow.Length && seen.Add(state))
            {
                char letter = narrow[state.Place];
                if (letter == '*')
                {
                    open.Push((state.Place + 1, state.Stands));
                    open.Push((state.Place, Step(wide, state.Stands, AnyLetter)));
                }
                else
                {
                    open.Push((state.Place + 1, Step(wide, state.Stands, letter == '?' ? AnyLetter : letter)));
                }
            }
        }

        return true;
    }

    private static ulong Step(string wide, ulong stands, char letter)
    {
        ulong next = 0;
        for (int place = 0; place < wide.Length; place++)
        {
            if ((stands >> place & 1) != 0)
            {
                next |= wide[place] == '*' ? 1UL << place : wide[place] == '?' || wide[place] == letter ? 1UL << place + 1 : 0;
            }
        }

        return Skip(wide, next);
    }

    /// <summary>A star may match nothing.</summary>
    private static ulong Skip(string wide, ulong stands)
    {
        for (int place = 0; place < wide.Length; place++)
        {
            stands |= wide[place] == '*' ? (stands >> place & 1) << place + 1 : 0;
        }

        return stands;
    }
}
