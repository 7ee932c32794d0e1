using System.Collections.Frozen;
using System.Text;

namespace NhiGraph.Graph.Model;

/// <summary>Enum values as the world writes them: <c>CanAssume</c> is <c>CAN_ASSUME</c> in stores, Cypher and GraphQL.</summary>
public static class VocabularyText
{
    /// <summary>The SCREAMING_CASE name of a value of any vocabulary enum.</summary>
    public static string Text<TEnum>(this TEnum value) where TEnum : struct, Enum => Names<TEnum>.ToText[value];

    /// <summary>The value with this SCREAMING_CASE name; false when there is none.</summary>
    public static bool TryParse<TEnum>(string? text, out TEnum value) where TEnum : struct, Enum
    {
        value = default;
        return text is not null && Names<TEnum>.FromText.TryGetValue(text, out value);
    }

    /// <inheritdoc cref="TryParse{TEnum}(string?, out TEnum)"/>
    public static bool TryParse<TEnum>(ReadOnlySpan<char> text, out TEnum value) where TEnum : struct, Enum =>
        Names<TEnum>.FromText.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out value);

    /// <summary>The value with this SCREAMING_CASE name, or <c>default</c> (Unknown in the closed lists).</summary>
    public static TEnum ParseOrDefault<TEnum>(string? text) where TEnum : struct, Enum => TryParse(text, out TEnum value) ? value : default;

    private static string Screaming(string pascal)
    {
        var text = new StringBuilder(pascal.Length + 4);
        for (int i = 0; i < pascal.Length; i++)
        {
            if (i > 0 && char.IsUpper(pascal[i]))
            {
                text.Append('_');
            }

            text.Append(char.ToUpperInvariant(pascal[i]));
        }

        return text.ToString();
    }

    private static class Names<TEnum> where TEnum : struct, Enum
    {
        internal static readonly FrozenDictionary<TEnum, string> ToText = Enum.GetValues<TEnum>().ToFrozenDictionary(value => value, value => Screaming(value.ToString()));
        internal static readonly FrozenDictionary<string, TEnum> FromText = ToText.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
