namespace NhiGraph.Architecture.Tests;

/// <summary>The working tree that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Foreign = ["artifacts", "node_modules", "dist", "bin", "obj", ".git", "TestResults"];

    internal static string Root { get; } = Find(AppContext.BaseDirectory);

    internal static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Files under a folder, as paths from the root with forward slashes, leaving out what is built or fetched.</summary>
    internal static IEnumerable<string> Files(string folder, params string[] endings)
    {
        string top = Path.Combine(Root, folder);
        return !Directory.Exists(top) ? [] : Walk(new DirectoryInfo(top))
            .Where(file => endings.Any(ending => file.Name.EndsWith(ending, StringComparison.Ordinal)))
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
    }

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) => folder.EnumerateFiles()
        .Concat(folder.EnumerateDirectories().Where(child => !Foreign.Contains(child.Name)).SelectMany(Walk));

    private static string Find(string from)
    {
        DirectoryInfo? folder = new(from);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NhiGraph.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No NhiGraph.sln above {from}.");
    }
}
