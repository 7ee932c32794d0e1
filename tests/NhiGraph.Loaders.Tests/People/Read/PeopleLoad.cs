using System.Collections.Immutable;
using NhiGraph.Loaders.Input;
using NhiGraph.Loaders.People.Read;
using NhiGraph.Loaders.Runs;
using NhiGraph.Loaders.Tests.Aws.Read;

namespace NhiGraph.Loaders.Tests.People.Read;

/// <summary>The inputs of a folder of Golden, each kind by the beginning of its file's name, read by the loader they are for.</summary>
internal static class PeopleLoad
{
    public static string Golden { get; } = Path.Combine(Repository.Root, "tests", "NhiGraph.Loaders.Tests", "People", "Read", "Golden");

    public static IEnumerable<string> Folders => Directory.GetDirectories(Golden).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    public static IEnumerable<string> Inputs(string folder) =>
        Directory.GetFiles(Path.Combine(Golden, folder)).Select(path => Path.GetFileName(path)).Where(name => name != "expected.json").Order(StringComparer.Ordinal);

    public static string PathOf(string folder, string file) => Path.Combine(Golden, folder, file);

    /// <param name="file">The input that stands for another text, if any.</param>
    public static async Task<ImmutableArray<SourceReading>> ReadAsync(string folder, string? file = null, byte[]? instead = null)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        ExportFile? mapping = Given("mapping").FirstOrDefault();
        if (Given("applications") is { Length: > 0 } applications)
        {
            return [await ApplicationsExport.ReadAsync(applications, mapping, cancellation)];
        }

        return Given("owners") is { Length: > 0 } owners
            ? [await OwnersExport.ReadAsync(owners, mapping, cancellation)]
            : await PeopleExport.ReadAsync(new PeopleFiles(Given("hr"), mapping, Given("users"), Given("groups")), cancellation);

        ImmutableArray<ExportFile> Given(string kind) =>
        [
            .. Inputs(folder).Where(name => name.StartsWith(kind, StringComparison.Ordinal)).Select(name => name == file ? Exports.Bytes(name, instead!) : ExportFile.OnDisk(PathOf(folder, name)) with { Name = name }),
        ];
    }

    public static async Task<SourceReading> ReadHrAsync(string csv, string? mapping = null) => Assert.Single(await PeopleExport.ReadAsync(
        new PeopleFiles([Exports.Text("hr.csv", csv)], mapping is null ? null : Exports.Text("mapping.yaml", mapping), [], []), TestContext.Current.CancellationToken));

    public static async Task<string> RefusalOfHrAsync(string csv, string? mapping = null)
    {
        RefusedInputException refusal = await Assert.ThrowsAsync<RefusedInputException>(() => ReadHrAsync(csv, mapping));
        return $"{Assert.Single(refusal.Problems).Code} {refusal.Problems[0].Locator}";
    }
}
