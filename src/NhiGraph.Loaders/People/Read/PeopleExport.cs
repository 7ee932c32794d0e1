using System.Collections.Immutable;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.Runs;

namespace NhiGraph.Loaders.People.Read;

/// <summary>Reads who works here, from files, and decides nothing.</summary>
public static class PeopleExport
{
    /// <summary>One reading a source that was given: the personnel system, the directory.</summary>
    /// <exception cref="RefusedInputException">A file cannot be read, is no such table or JSON, or nothing was given. Nothing may be stored.</exception>
    public static async Task<ImmutableArray<SourceReading>> ReadAsync(PeopleFiles files, CancellationToken cancellation)
    {
        ImmutableArray<SourceReading>.Builder readings = ImmutableArray.CreateBuilder<SourceReading>();
        if (!files.Hr.IsEmpty)
        {
            CsvMapping mapping = await MappingFile.ReadAsync(files.Mapping, HrReading.Columns, HrReading.Words, PeopleProblems.Hr, cancellation);
            var hr = new HrReading();
            foreach (ExportFile file in files.Hr)
            {
                hr.Read(file.Name, await ExportText.ReadAsync(file, PeopleProblems.Hr, cancellation), mapping);
            }

            readings.Add(hr.Close());
        }

        if (!files.ScimUsers.IsEmpty || !files.ScimGroups.IsEmpty)
        {
            var scim = new ScimReading();
            scim.ReadUsers(await DocumentsAsync(files.ScimUsers, cancellation));
            scim.ReadGroups(await DocumentsAsync(files.ScimGroups, cancellation));
            readings.Add(scim.Close());
        }

        return readings.Count > 0 ? readings.DrainToImmutable() : throw new RefusedInputException([PeopleProblems.Hr.WrongShape("(no file)", "an HR export or SCIM resources")]);
    }

    private static async Task<List<ExportDocument>> DocumentsAsync(ImmutableArray<ExportFile> files, CancellationToken cancellation)
    {
        var documents = new List<ExportDocument>();
        foreach (ExportFile file in files)
        {
            documents.AddRange(JsonDocuments.Of(file.Name, (await ExportText.ReadAsync(file, PeopleProblems.Hr, cancellation)).Span, PeopleProblems.Hr));
        }

        return documents;
    }
}
