using System.Text;

namespace NhiGraph.Storage.Reading;

/// <summary>What a person typed, made ready to be matched; every store ranks by it, so that all give the same answer.</summary>
public sealed class SearchText
{
    private readonly byte[] _folded;

    private SearchText(byte[] folded) => _folded = folded;

    /// <summary>Null where nothing but white space was typed.</summary>
    public static SearchText? Of(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : new SearchText(Encoding.UTF8.GetBytes(FoldedText.Of(typed.Trim())));

    /// <summary>The folded text as UTF-8.</summary>
    public ReadOnlySpan<byte> Folded => _folded;

    /// <summary>The rank of a node by its folded texts as UTF-8, empty where it has none. O(length).</summary>
    public SearchRank RankOf(ReadOnlySpan<byte> name, ReadOnlySpan<byte> key, ReadOnlySpan<byte> email, ReadOnlySpan<byte> fingerprint)
    {
        ReadOnlySpan<byte> text = _folded;
        if (name.SequenceEqual(text) || key.SequenceEqual(text) || email.SequenceEqual(text) || fingerprint.SequenceEqual(text))
        {
            return SearchRank.Equal;
        }

        int inKey = key.IndexOf(text);
        if (inKey >= 0 && HasPart(key, inKey, text))
        {
            return SearchRank.KeyPart;
        }

        int inName = name.IndexOf(text);
        return inName == 0 ? SearchRank.NameBegins
            : inName > 0 ? SearchRank.NameContains
            : inKey >= 0 || email.IndexOf(text) >= 0 || fingerprint.IndexOf(text) >= 0 ? SearchRank.Contains
            : SearchRank.None;
    }

    private static bool HasPart(ReadOnlySpan<byte> key, int at, ReadOnlySpan<byte> text)
    {
        while (true)
        {
            int end = at + text.Length;
            if ((at == 0 || key[at - 1] is (byte)':' or (byte)'/') && (end == key.Length || key[end] is (byte)':' or (byte)'/'))
            {
                return true;
            }

            int next = key[(at + 1)..].IndexOf(text);
            if (next < 0)
            {
                return false;
            }

            at += next + 1;
        }
    }
}
