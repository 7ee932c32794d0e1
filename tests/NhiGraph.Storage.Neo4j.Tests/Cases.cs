// Tests mostly wait: for one of the two servers, of which each is lent to one test at a time. With a thread a core both could wait for the same one.
[assembly: Xunit.v3.Parallelization(MaxThreads = 4)]

namespace NhiGraph.Storage.Neo4j.Tests;

/// <summary>Tells how many cases a suite ran: in the test's output, and in the folder that .ci/run and .ci/long collect from.</summary>
internal static class Cases
{
    internal static bool Long => Environment.GetEnvironmentVariable("NHIGRAPH_LONG") is not null;

    internal static void Ran(string suite, string what)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{suite}: {what}");
        if (Environment.GetEnvironmentVariable("NHIGRAPH_CASES") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, $"{suite}.txt"), $"{suite}: {what}\n");
        }
    }
}
