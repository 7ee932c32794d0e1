namespace NhiGraph.Loaders.Tests.Aws.Read;

/// <summary>Where the sources of these tests stand.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Golden { get; } = Path.Combine(Root, "tests", "NhiGraph.Loaders.Tests", "Aws", "Read", "Golden");

    private static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "NhiGraph.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("No NhiGraph.sln above " + AppContext.BaseDirectory);
    }
}
