using System.Text;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Storage.Neo4j.Model;

/// <summary>
/// What a search looks through: name, key, e-mail and fingerprint, folded, in one text, parted by three units U+0001. A text that has U+0001 or U+0002 itself is spelled with the
/// words 112 and 122 for them, stored and typed alike: no two words meet to make another, so that one spelling contains another exactly where the texts themselves do.
/// </summary>
internal static class SearchKey
{
    internal const string Separator = "\u0001\u0001\u0001";
    private const int Longest = 7_000;

    internal static string Of(GraphNode node) =>
        string.Join(Separator, Spelled(node.Name), Spelled(node.Key), Spelled(node[PropertyNames.Email]), Spelled(node[PropertyNames.Fingerprint]));

    /// <summary>What was typed, or null where nothing but white space was.</summary>
    internal static string? Typed(string? text) => string.IsNullOrWhiteSpace(text) ? null : Spelled(text.Trim());

    private static string Spelled(string? text)
    {
        string folded = FoldedText.Of(text ?? "");
        folded = folded.Length <= Longest ? folded : folded[..Longest];
        if (folded.AsSpan().IndexOfAny('\u0001', '\u0002') < 0)
        {
            return folded;
        }

        var spelled = new StringBuilder(folded.Length + 16);
        foreach (char unit in folded)
        {
            _ = unit switch
            {
                '\u0001' => spelled.Append("\u0001\u0001\u0002"),
                '\u0002' => spelled.Append("\u0001\u0002\u0002"),
                _ => spelled.Append(unit),
            };
        }

        return spelled.ToString();
    }
}
