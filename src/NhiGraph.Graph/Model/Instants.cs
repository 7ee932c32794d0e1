using System.Globalization;

namespace NhiGraph.Graph.Model;

/// <summary>Dates as properties hold them: ISO 8601, with UTC assumed where no offset is given; a date alone is its first moment.</summary>
public static class Instants
{
    /// <summary>In Unix seconds, a fraction cut off; false when the text is not such a date.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out long seconds)
    {
        bool parsed = TryParse(text, out DateTimeOffset instant);
        seconds = parsed ? instant.ToUnixTimeSeconds() : 0;
        return parsed;
    }

    /// <summary>False when the text is not such a date.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset instant)
    {
        instant = default;
        return text.Length >= 10 && char.IsAsciiDigit(text[0]) && text[4] == '-'
            && (DateTimeOffset.TryParseExact(text, "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant)
                || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant));
    }
}
