using System.Runtime.CompilerServices;
using System.Text;

namespace NhiGraph.Graph.Model;

/// <summary>Enum values as the world writes them: <c>CanAssume</c> is <c>CAN_ASSUME</c> in stores, Cypher and GraphQL.</summary>
public static class VocabularyText
{
    /// <summary>The SCREAMING_CASE name of a value of any vocabulary enum.</summary>
    public static string Text<TEnum>(this TEnum value) where TEnum : struct, Enum => Names<TEnum>.Texts[Names<TEnum>.PlaceOf(value)];

    /// <summary>The value with this SCREAMING_CASE name; false when there is none.</summary>
    public static bool TryParse<TEnum>(string? text, out TEnum value) where TEnum : struct, Enum
    {
        value = default;
        return text is not null && TryParse(text.AsSpan(), out value);
    }

    /// <inheritdoc cref="TryParse{TEnum}(string?, out TEnum)"/>
    public static bool TryParse<TEnum>(ReadOnlySpan<char> text, out TEnum value) where TEnum : struct, Enum
    {
        bool found = Names<TEnum>.Places.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out int place);
        value = found ? Names<TEnum>.Values[place] : default;
        return found;
    }

    /// <summary>The value with this SCREAMING_CASE name, or <c>default</c> (Unknown in the closed lists).</summary>
    public static TEnum ParseOrDefault<TEnum>(string? text) where TEnum : struct, Enum => TryParse(text, out TEnum value) ? value : default;

    /// <summary>The SCREAMING_CASE form of a name in code.</summary>
    public static string Screaming(string pascal)
    {
        ArgumentNullException.ThrowIfNull(pascal);
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

    /// <summary>Arrays, and one dictionary that all enums have the code of in common: a table by enum would be compiled anew for each, at every start.</summary>
    private static class Names<TEnum> where TEnum : struct, Enum
    {
        internal static readonly TEnum[] Values = Enum.GetValues<TEnum>();
        internal static readonly string[] Texts = Array.ConvertAll(Enum.GetNames<TEnum>(), Screaming);
        internal static readonly Dictionary<string, int> Places = PlacesOf(Texts);
        private static readonly int[] Numbers = NumbersOf(Values);

        /// <exception cref="ArgumentOutOfRangeException">It is none of the enum's values.</exception>
        internal static int PlaceOf(TEnum value)
        {
            int number = NumberOf(value);
            int place = (uint)number < (uint)Numbers.Length && Numbers[number] == number ? number : Array.BinarySearch(Numbers, number);
            return place >= 0 ? place : throw new ArgumentOutOfRangeException(nameof(value), number, $"No {typeof(TEnum).Name} has this number.");
        }

        private static int[] NumbersOf(TEnum[] values)
        {
            var numbers = new int[values.Length];
            for (int i = 0; i < values.Length; i++)
            {
                numbers[i] = NumberOf(values[i]);
            }

            return numbers;
        }

        private static int NumberOf(TEnum value) => Unsafe.SizeOf<TEnum>() switch
        {
            sizeof(byte) => Unsafe.BitCast<TEnum, byte>(value),
            sizeof(ushort) => Unsafe.BitCast<TEnum, ushort>(value),
            sizeof(int) => Unsafe.BitCast<TEnum, int>(value),
            _ => throw new NotSupportedException($"{typeof(TEnum).Name} is wider than an int."),
        };
    }

    private static Dictionary<string, int> PlacesOf(string[] texts)
    {
        var places = new Dictionary<string, int>(texts.Length, StringComparer.Ordinal);
        for (int i = 0; i < texts.Length; i++)
        {
            places.Add(texts[i], i);
        }

        return places;
    }
}
