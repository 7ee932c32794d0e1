using System.Collections.Immutable;

namespace NhiGraph.Graph.Csr;

/// <summary>Whether one glob (<c>*</c> any run, <c>?</c> one character) takes in all that another does.</summary>
internal static class PartGlobs
{
    internal static bool Covers(ImmutableArray<string> wide, string narrow)
    {
        foreach (string glob in wide)
        {
            if (Covers(glob, narrow))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Matches the wide glob against the narrow one as a text in which <c>*</c> is a letter that only a <c>*</c> takes, and <c>?</c> one that only <c>?</c> or <c>*</c> takes.
    /// Runs of wildcards are put as all <c>?</c> then one <c>*</c> first, so that order within a run does not matter. O(wide x narrow).
    /// </summary>
    internal static bool Covers(string wide, string narrow)
    {
        if (wide == "*" || wide == narrow)
        {
            return true;
        }

        wide = Canonical(wide);
        narrow = Canonical(narrow);
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

    private static string Canonical(string glob)
    {
        if (!glob.Contains('*', StringComparison.Ordinal))
        {
            return glob;
        }

        var text = new System.Text.StringBuilder(glob.Length);
        bool star = false;
        foreach (char letter in glob)
        {
            if (letter == '*')
            {
                star = true;
            }
            else
            {
                if (star && letter != '?')
                {
                    text.Append('*');
                    star = false;
                }

                text.Append(letter);
            }
        }

        return (star ? text.Append('*') : text).ToString();
    }
}
