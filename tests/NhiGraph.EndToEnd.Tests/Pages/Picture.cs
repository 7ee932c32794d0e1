namespace NhiGraph.EndToEnd.Tests.Pages;

/// <summary>A picture of README. It is written only when NHIGRAPH_SCREENSHOTS is 1, so that a run of the tests leaves the tree as it was.</summary>
internal static class Picture
{
    internal static async Task KeepAsync(string name, byte[] picture)
    {
        if (Environment.GetEnvironmentVariable("NHIGRAPH_SCREENSHOTS") == "1")
        {
            string folder = Path.Combine(Root(), "web", "screenshots");
            Directory.CreateDirectory(folder);
            await File.WriteAllBytesAsync(Path.Combine(folder, name + ".png"), picture, TestContext.Current.CancellationToken);
        }
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NhiGraph.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("NhiGraph.sln is in no folder above the tests.");
    }
}
