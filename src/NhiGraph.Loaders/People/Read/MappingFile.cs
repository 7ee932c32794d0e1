using NhiGraph.Loaders.Input;

namespace NhiGraph.Loaders.People.Read;

/// <summary>The mapping of a load, where one is given.</summary>
internal static class MappingFile
{
    /// <exception cref="Runs.RefusedInputException">It cannot be read or is not understood.</exception>
    internal static async Task<CsvMapping> ReadAsync(
        ExportFile? file, IReadOnlyDictionary<string, string[]> columns, IReadOnlyDictionary<string, string[]> words, InputProblems told, CancellationToken cancellation) =>
        file is null ? CsvMapping.Usual : CsvMapping.Parse(file.Name, await ExportText.ReadAsync(file, told, cancellation), [.. columns.Keys], [.. words.Keys], told);
}
