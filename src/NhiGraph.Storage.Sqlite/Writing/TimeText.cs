using System.Globalization;

namespace NhiGraph.Storage.Sqlite.Writing;

/// <summary>Instants as ISO 8601 UTC texts of full precision.</summary>
internal static class TimeText
{
    internal static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    internal static DateTimeOffset Read(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
