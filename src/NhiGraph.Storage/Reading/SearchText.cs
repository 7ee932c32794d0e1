namespace NhiGraph.Storage.Reading;

/// <summary>What a person typed, made ready to be matched; every store ranks by it, so that all give the same answer.</summary>
public sealed class SearchText
{
    private readonly string _folded;

    private SearchText(string folded) => _folded = folded;

    /// <summary>Null where nothing but white space was typed.</summary>
    public static SearchText? Of(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : new SearchText(FoldedText.Of(typed.Trim()));

    /// <summary>The rank of a node by its folded texts. O(length).</summary>
    public SearchRank RankOf(ReadOnlySpan<char> name, ReadOnlySpan<char> key, ReadOnlySpan<char> email, ReadOnlySpan<char> fingerprint)
    {
        ReadOnlySpan<char> text = _folded;
        if (name.SequenceEqual(text) || key.SequenceEqual(text) || email.SequenceEqual(text) || fingerprint.SequenceEqual(text))
        {
            return SearchRank.Equal;
        }

        int inKey = key.IndexOf(text, StringComparison.Ordinal);
        if (inKey >= 0 && HasPart(key, inKey, text))
        {
            return SearchRank.KeyPart;
        }

        int inName = name.IndexOf(text, StringComparison.Ordinal);
        return inName == 0 ? SearchRank.NameBegins
            : inName > 0 ? SearchRank.NameContains
            : inKey >= 0 || email.Contains(text, StringComparison.Ordinal) || fingerprint.Contains(text, StringComparison.Ordinal) ? SearchRank.Contains
            : SearchRank.None;
    }

    private static bool HasPart(ReadOnlySpan<char> key, int at, ReadOnlySpan<char> text)
    {
        while (true)
        {
            int end = at + text.Length;
            if ((at == 0 || key[at - 1] is ':' or '/') && (end == key.Length || key[end] is ':' or '/'))
            {
                return true;
            }

            int next = key[(at + 1)..].IndexOf(text, StringComparison.Ordinal);
            if (next < 0)
            {
                return false;
            }

            at += next + 1;
        }
    }
}
