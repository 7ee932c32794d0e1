namespace NhiGraph.Storage.Reading;

/// <summary>
/// Text without case, the same in every store: Unicode's simple case mapping to upper, then to lower case, which joins forms that one step alone leaves apart
/// (<c>ς</c> and <c>σ</c>). Accents are kept and nothing is normalized. Computed here, never in a store's engine, for engines differ in what they fold.
/// </summary>
public static class FoldedText
{
    public static string Of(string text) => text.ToUpperInvariant().ToLowerInvariant();
}
