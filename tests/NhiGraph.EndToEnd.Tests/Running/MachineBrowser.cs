namespace NhiGraph.EndToEnd.Tests.Running;

/// <summary>The Chromium of the machine, where there is one.</summary>
internal static class MachineBrowser
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Its path, or null.</summary>
    internal static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>Whether this run must not pass without a browser.</summary>
    internal static bool Required { get; } =
        (Environment.GetEnvironmentVariable("NHIGRAPH_REQUIRE") ?? "").Split(',', StringSplitOptions.TrimEntries).Contains("browser", StringComparer.Ordinal);

    /// <summary>Nothing is fetched for the browser itself; painting and WebGL are done by the processor.</summary>
    internal static string[] Arguments { get; } =
    [
        "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
    ];
}
