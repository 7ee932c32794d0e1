using System.Text;

namespace NhiGraph.Storage.Reading;

/// <summary>
/// Text without case, the same in every store: Unicode's simple case mapping to upper, then to lower case, which joins forms that one step alone leaves apart
/// (<c>ς</c> and <c>σ</c>). Accents are kept and nothing is normalized. Computed here, never in a store's engine, for engines differ in what they fold.
/// </summary>
public static class FoldedText
{
    public static string Of(string text) => text.ToUpperInvariant().ToLowerInvariant();

    /// <summary>The folded text as UTF-8, whose byte order is <see cref="CodePointOrder"/>.</summary>
    public static byte[] Utf8(string? text) => text is null ? [] : Encoding.UTF8.GetBytes(Of(text));

    /// <summary>Folds UTF-8 into a buffer of at least three times its length and tells how many bytes were written. Nothing is allocated for ASCII.</summary>
    public static int Fold(ReadOnlySpan<byte> utf8, Span<byte> to)
    {
        if (Ascii.ToLower(utf8, to, out int written) == System.Buffers.OperationStatus.Done)
        {
            return written;
        }

        return Encoding.UTF8.GetBytes(Of(Encoding.UTF8.GetString(utf8)), to);
    }
}
