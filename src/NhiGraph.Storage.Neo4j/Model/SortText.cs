using System.Text;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Storage.Neo4j.Model;

/// <summary>
/// Texts whose order in the database is that of code points. The server compares by code point or by UTF-16 unit, depending on where a text comes from; the two agree below
/// U+D800, so that whatever is from U+D7FF up is spelled in three units below that.
/// </summary>
internal static class SortText
{
    private const char Lift = '\ud7ff';
    private const int DigitBase = 0x100, DigitBits = 11;

    /// <summary>The most units that are kept: an index takes no longer texts. What differs only later is ordered by key.</summary>
    private const int Longest = 1_000;

    /// <summary>What a name or value is ordered by: without case.</summary>
    internal static string Folded(string text) => Cut(Of(FoldedText.Of(text)));

    internal static string Of(string text)
    {
        int first = text.AsSpan().IndexOfAnyInRange(Lift, '\uffff');
        if (first < 0)
        {
            return text;
        }

        var lifted = new StringBuilder(text, 0, first, text.Length + 16);
        foreach (Rune rune in text.AsSpan(first).EnumerateRunes())
        {
            if (rune.Value < Lift)
            {
                lifted.Append((char)rune.Value);
            }
            else
            {
                lifted.Append(Lift).Append((char)(DigitBase + (rune.Value >> DigitBits))).Append((char)(DigitBase + (rune.Value & ((1 << DigitBits) - 1))));
            }
        }

        return lifted.ToString();
    }

    private static string Cut(string text) => text.Length <= Longest ? text : text[..Longest];
}
