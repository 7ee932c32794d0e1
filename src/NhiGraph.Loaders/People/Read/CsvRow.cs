using System.Globalization;
using NhiGraph.Loaders.Input;

namespace NhiGraph.Loaders.People.Read;

/// <summary>One row of a CSV file. What looks like a secret is told and counts as empty; so does a date that is none, which makes the dataset PARTIAL.</summary>
internal sealed class CsvRow(string[] fields, IReadOnlyDictionary<string, int> columns, CsvMapping mapping, string locator, RecordFaults faults)
{
    internal string Locator => locator;

    internal RecordFaults Faults => faults;

    internal bool Has(string column) => columns.ContainsKey(column);

    /// <summary>Without white space around it; null where it is empty or the file has no such column.</summary>
    internal string? Text(string column)
    {
        if (!columns.TryGetValue(column, out int at) || fields[at].Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        if (SecretPattern.InText(text) is { } secret)
        {
            faults.Note(faults.Told.LooksLikeSecret(locator, $"{secret} in {column}"));
            return null;
        }

        return text;
    }

    /// <exception cref="UnreadableRecordException">It is empty.</exception>
    internal string Needed(string column) => Text(column) ?? throw new UnreadableRecordException(faults.Told.WrongRow(locator, $"{column} is empty."));

    internal IEnumerable<string> Texts(string column) =>
        (Text(column) ?? "").Split(mapping.Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>A day counts from its beginning in UTC.</summary>
    internal string? Date(string column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        string? date = mapping.Dates is null ? IsoDate.Of(text)
            : DateTime.TryParseExact(text, mapping.Dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime day)
                ? day.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
                : null;
        if (date is null)
        {
            faults.Missing(faults.Told.FieldDropped(locator, $"a date written as {mapping.Dates ?? "2026-01-31"} in {column}"));
        }

        return date;
    }

    /// <summary>Our word for theirs; null where there is none, or, told, where nobody knows it.</summary>
    /// <param name="usual">Our words with those that usually mean them, normalised.</param>
    internal string? Word(string column, IReadOnlyDictionary<string, string[]> usual)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        string normal = CsvTable.Normal(text);
        string? ours = mapping.Status.GetValueOrDefault(normal) ?? usual.FirstOrDefault(word => word.Value.Contains(normal)).Key;
        if (ours is null)
        {
            faults.Missing(faults.Told.UnknownWord(locator, column, text, usual.Keys));
        }

        return ours;
    }
}
