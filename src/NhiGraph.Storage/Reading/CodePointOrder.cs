namespace NhiGraph.Storage.Reading;

/// <summary>
/// The order of texts in every store: by Unicode code point, which is also the order of their UTF-8 bytes. It differs from <see cref="StringComparer.Ordinal"/>
/// only above U+FFFF, where UTF-16 units sort before U+E000.
/// </summary>
public sealed class CodePointOrder : IComparer<string>
{
    public static CodePointOrder Instance { get; } = new();

    private CodePointOrder()
    {
    }

    public int Compare(string? x, string? y) =>
        x is null ? (y is null ? 0 : -1)
        : y is null ? 1
        : Compare(x.AsSpan(), y.AsSpan());

    public static int Compare(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        int same = x.CommonPrefixLength(y);
        return same == x.Length || same == y.Length ? x.Length - y.Length : Weight(x[same]) - Weight(y[same]);
    }

    /// <summary>Lifts surrogates, which stand for what is above U+FFFF, over the rest.</summary>
    private static int Weight(char unit) => unit < '\ud800' ? unit : unit < '\ue000' ? unit + 0x2000 : unit - 0x800;
}
