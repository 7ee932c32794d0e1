using NhiGraph.Loaders.Aws.Read;
using NhiGraph.Loaders.Input;

namespace NhiGraph.Loaders.Tests.Aws.Read;

/// <summary>The inputs of a folder of Golden, each kind by the beginning of its file's name.</summary>
internal static class GoldenLoad
{
    public static IEnumerable<string> Folders => Directory.GetDirectories(Repository.Golden).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    /// <summary>The names of a folder's inputs.</summary>
    public static IEnumerable<string> Inputs(string folder) =>
        Directory.GetFiles(Path.Combine(Repository.Golden, folder)).Select(path => Path.GetFileName(path)).Where(name => name != "expected.json").Order(StringComparer.Ordinal);

    public static string PathOf(string folder, string file) => Path.Combine(Repository.Golden, folder, file);

    /// <param name="file">The input that stands for another text, if any.</param>
    public static AwsExportFiles Files(string folder, string? file = null, byte[]? instead = null)
    {
        return Exports.Files(Given("details"), Given("report"), Given("keys"), Given("resources")) with { Credentials = [.. Given("credentials")], Inventory = [.. Given("inventory")], ResourcePolicies = [.. Given("policies")] };

        ExportFile[] Given(string kind) =>
        [
            .. Inputs(folder).Where(name => name.StartsWith(kind, StringComparison.Ordinal))
                .Select(name => name == file ? Exports.Bytes(name, instead!) : ExportFile.OnDisk(PathOf(folder, name)) with { Name = name }),
        ];
    }
}
