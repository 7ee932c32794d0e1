namespace NhiGraph.Architecture.Tests;

public sealed class FolderTests
{
    private const int ReadmeLines = 60;

    public static TheoryData<string> Folders =>
    [
        .. Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Concat(Directory.GetDirectories(Path.Combine(Repository.Root, "tests")))
            .Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any())
            .Select(folder => Path.GetRelativePath(Repository.Root, folder).Replace('\\', '/')).Order(StringComparer.Ordinal),
        .. ((string[])["web", "cypher", "deploy", ".ci"]).Where(folder => Directory.Exists(Path.Combine(Repository.Root, folder))),
    ];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_top_folder_explains_itself_shortly(string folder)
    {
        string readme = Path.Combine(Repository.Root, folder, "README.md");
        Assert.True(File.Exists(readme), $"{folder} has no README.md");
        Assert.InRange(File.ReadLines(readme).Count(), 1, ReadmeLines);
    }
}
