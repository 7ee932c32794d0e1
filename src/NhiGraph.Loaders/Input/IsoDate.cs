using System.Globalization;

namespace NhiGraph.Loaders.Input;

/// <summary>The dates that the CLI, its older versions and the credential report print, as one form: <c>2026-01-31T08:00:00Z</c>.</summary>
internal static class IsoDate
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];

    /// <summary>Null if it is no date; one without offset is UTC.</summary>
    public static string? Of(string text) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset date)
            ? date.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : null;
}
