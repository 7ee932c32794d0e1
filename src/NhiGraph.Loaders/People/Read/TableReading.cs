using System.Collections.Immutable;
using NhiGraph.Loaders.Input;
using NhiGraph.Storage.Facts;

namespace NhiGraph.Loaders.People.Read;

/// <summary>Reads the rows of CSV files into one dataset of the organisation: a fact a row.</summary>
internal static class TableReading
{
    /// <exception cref="Runs.RefusedInputException">A file cannot be read or is no such table.</exception>
    internal static async Task ReadAsync(
        ImmutableArray<ExportFile> files,
        ExportFile? mapping,
        IReadOnlyDictionary<string, string[]> columns,
        string[] needed,
        IReadOnlyDictionary<string, string[]> words,
        ReadingLedger ledger,
        string dataset,
        Func<CsvRow, (string Key, FactContent Content)> fact,
        InputProblems told,
        CancellationToken cancellation)
    {
        CsvMapping mapped = await MappingFile.ReadAsync(mapping, columns, words, told, cancellation);
        ledger.AddAccount(PeopleDatasets.Scope);
        foreach (ExportFile file in files)
        {
            ReadOnlyMemory<byte> text = await ExportText.ReadAsync(file, told, cancellation);
            ledger.Given(PeopleDatasets.Scope, dataset);
            foreach (CsvRow row in CsvTable.Rows(file.Name, text, columns, needed, mapped, told, faults => ledger.Report(faults, PeopleDatasets.Scope, dataset)))
            {
                try
                {
                    Keep(row, fact, ledger, dataset);
                }
                catch (UnreadableRecordException unreadable)
                {
                    row.Faults.Missing(unreadable.Problem);
                }

                ledger.Report(row.Faults, PeopleDatasets.Scope, dataset);
            }
        }
    }

    private static void Keep(CsvRow row, Func<CsvRow, (string Key, FactContent Content)> fact, ReadingLedger ledger, string dataset)
    {
        (string key, FactContent content) = fact(row);
        ledger.Keep(PeopleDatasets.Scope, dataset, key, content.ToString(), row.Locator, row.Faults);
    }
}
