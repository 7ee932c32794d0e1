namespace NhiGraph.Graph.Tests.Suites;

/// <summary>A random, kill or fuzz suite: whether it runs in full, and the telling of what it ran. Part of every test project (Directory.Build.props).</summary>
internal static class Suite
{
    /// <summary>The long form, as <c>.ci/long</c> runs it: NHIGRAPH_LONG is set.</summary>
    internal static bool Long { get; } = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NHIGRAPH_LONG"));

    /// <summary>Tells how many cases ran.</summary>
    internal static void Ran(string suite, int cases, string? what = null) => Ran(suite, what is null ? $"{cases} cases" : $"{cases} cases ({what})");

    /// <summary>Tells what ran: in the test's output, and in the folder that .ci/run and .ci/long collect from.</summary>
    internal static void Ran(string suite, string what)
    {
        string line = $"{suite}: {what}";
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        if (Environment.GetEnvironmentVariable("NHIGRAPH_CASES") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, $"{suite}.txt"), line + "\n");
        }
    }
}
