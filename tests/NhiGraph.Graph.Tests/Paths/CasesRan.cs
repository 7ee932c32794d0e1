namespace NhiGraph.Graph.Tests.Paths;

/// <summary>Tells how many cases a random suite ran: in the test's output, and in the folder that .ci/run and .ci/long collect from.</summary>
internal static class CasesRan
{
    internal static void Tell(string suite, int cases, string what)
    {
        string line = $"{suite}: {cases} cases ({what})";
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        if (Environment.GetEnvironmentVariable("NHIGRAPH_CASES") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, $"{suite}.txt"), line + "\n");
        }
    }
}
