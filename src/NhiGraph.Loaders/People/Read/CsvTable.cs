using System.Globalization;
using System.Text;
using Microsoft.VisualBasic.FileIO;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.People.Read;

/// <summary>A CSV file (RFC 4180) with a header, its columns found by their names in whatever order, case and spelling of spaces.</summary>
internal static class CsvTable
{
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>Its rows from the first to the last; a row that does not parse is told to <paramref name="lost"/>.</summary>
    /// <param name="columns">Our names of columns, each with the names it usually has, normalised.</param>
    /// <param name="needed">Columns without which the file is refused.</param>
    /// <exception cref="RefusedInputException">The header lacks a column that is needed, or has one twice.</exception>
    internal static IEnumerable<CsvRow> Rows(string file, ReadOnlyMemory<byte> text, IReadOnlyDictionary<string, string[]> columns, string[] needed, CsvMapping mapping, InputProblems told, Action<RecordFaults> lost)
    {
        string csv = Encoding.UTF8.GetString(text.Span);
        using var parser = new TextFieldParser(new StringReader(csv))
        {
            TextFieldType = FieldType.Delimited,
            Delimiters = [mapping.Delimiter ?? DelimiterOf(csv)],
            HasFieldsEnclosedInQuotes = true,
            TrimWhiteSpace = false,
        };
        string[] header = Fields(parser, out string? broken) ?? throw NoTable(file, broken ?? "it has no header.", told);
        Dictionary<string, int> found = Find(file, header, columns, needed, mapping, told);
        long lines = csv.AsSpan().TrimEnd("\r\n").Count('\n') + 1;
        while (!parser.EndOfData)
        {
            string[]? fields = Fields(parser, out broken);
            string locator = LineOf(file, fields is null ? parser.ErrorLineNumber : FirstLine(parser, fields, lines));
            if (fields is null || fields.Length != header.Length)
            {
                var faults = new RecordFaults(told);
                faults.Missing(told.WrongRow(locator, broken ?? string.Create(CultureInfo.InvariantCulture, $"it has {fields!.Length} fields where the header has {header.Length}.")));
                lost(faults);
            }
            else if (fields.Any(field => field.AsSpan().Trim().Length > 0))
            {
                yield return new CsvRow(fields, found, mapping, locator, new RecordFaults(told));
            }
        }
    }

    /// <summary>A name in small letters and digits alone: <c>Employee ID</c>, <c>employee_id</c> and <c>employeeId</c> are one.</summary>
    internal static string Normal(string name)
    {
        var normal = new StringBuilder(name.Length);
        foreach (char letter in name)
        {
            if (char.IsLetterOrDigit(letter))
            {
                normal.Append(char.ToLowerInvariant(letter));
            }
        }

        return normal.ToString();
    }

    private static Dictionary<string, int> Find(string file, string[] header, IReadOnlyDictionary<string, string[]> columns, string[] needed, CsvMapping mapping, InputProblems told)
    {
        var at = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < header.Length; i++)
        {
            if (Normal(header[i]) is { Length: > 0 } name && !at.TryAdd(name, i))
            {
                throw NoTable(file, $"the column {InputProblems.Shown(header[i].Trim())} stands twice.", told);
            }
        }

        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((string ours, string[] usual) in columns)
        {
            IReadOnlyList<string>? mapped = mapping.Columns.GetValueOrDefault(ours);
            foreach (string name in mapped ?? (IEnumerable<string>)usual)
            {
                if (at.TryGetValue(name, out int column))
                {
                    found.TryAdd(ours, column);
                    break;
                }
            }

            if (mapped is not null && !found.ContainsKey(ours))
            {
                throw NoTable(file, $"its header has no column that the mapping gives to {ours}.", told);
            }
        }

        string? missing = needed.FirstOrDefault(name => !found.ContainsKey(name));
        return missing is null ? found : throw NoTable(file, $"its header has no column {missing}, nor one that is usually called so.", told);
    }

    /// <summary>The character that stands most often in the header, outside quotes.</summary>
    private static string DelimiterOf(string csv)
    {
        Span<int> counts = stackalloc int[Delimiters.Length];
        bool quoted = false;
        foreach (char letter in csv)
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && letter is '\n' or '\r' && counts.IndexOfAnyExcept(0) >= 0)
            {
                break;
            }
            else if (!quoted && Array.IndexOf(Delimiters, letter) is >= 0 and int delimiter)
            {
                counts[delimiter]++;
            }
        }

        int most = 0;
        for (int i = 1; i < counts.Length; i++)
        {
            most = counts[i] > counts[most] ? i : most;
        }

        return Delimiters[most].ToString();
    }

    private static string[]? Fields(TextFieldParser parser, out string? broken)
    {
        try
        {
            broken = null;
            return parser.ReadFields();
        }
        catch (Exception failure) when (failure is MalformedLineException or InvalidOperationException)
        {
            broken = "its quotes do not close, or it is longer than any row.";
            return null;
        }
    }

    /// <summary>The parser says what line comes after a row; where none comes, the row ends with the file.</summary>
    private static long FirstLine(TextFieldParser parser, string[] fields, long lines) => (parser.LineNumber < 0 ? lines + 1 : parser.LineNumber) - 1 - fields.Sum(field => field.AsSpan().Count('\n'));

    /// <summary>RFC 5147.</summary>
    private static string LineOf(string file, long line) => string.Create(CultureInfo.InvariantCulture, $"{file}#line={line}");

    private static RefusedInputException NoTable(string file, string why, InputProblems told) => new([told.NotTable(LineOf(file, 1), why)]);
}
