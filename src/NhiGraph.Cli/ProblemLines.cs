using NhiGraph.Storage.Runs;

namespace NhiGraph.Cli;

/// <summary>Problems for a reader: code, place, what is wrong, what to do.</summary>
internal static class ProblemLines
{
    private const int Most = 100;

    internal static void Write(TextWriter writer, IReadOnlyCollection<Problem> problems)
    {
        foreach (Problem problem in problems.Take(Most))
        {
            writer.WriteLine($"{problem.Code}{(problem.Locator is null ? "" : $" {problem.Locator}")}: {problem.Statement}");
            writer.WriteLine($"    {problem.Remedy}");
        }

        if (problems.Count > Most)
        {
            writer.WriteLine($"... and {problems.Count - Most} more; all are in the run: nhigraph ask '{{ runs(first: 1) {{ nodes {{ problems {{ code locator statement remedy }} }} }} }}'");
        }
    }
}
