using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Runs;
using NhiGraph.Storage.Facts;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Cli;

/// <summary>Tells what a run did and turns it into an exit code.</summary>
internal static class ReportLines
{
    internal static int Write(Surroundings surroundings, StoreAddress store, RunReport report)
    {
        ProblemLines.Write(surroundings.Error, report.Run.Problems);
        foreach (DatasetRun dataset in report.Run.Datasets.Where(dataset => dataset.State != DatasetState.Skipped))
        {
            surroundings.Out.WriteLine($"{dataset.Scope}  {dataset.Dataset}  {dataset.State.Text()}  {Count(dataset.Facts, "fact")}");
        }

        foreach (IGrouping<string, DatasetRun> skipped in report.Run.Datasets.Where(dataset => dataset.State == DatasetState.Skipped).GroupBy(dataset => dataset.Scope))
        {
            surroundings.Out.WriteLine($"{skipped.Key}  not given: {string.Join(", ", skipped.Select(dataset => dataset.Dataset))}");
        }

        surroundings.Out.WriteLine($"run {report.Run.Id} in {store}: {report.Run.Opened} rows opened, {report.Run.Closed} closed, {Count(report.ScopesDerived.Length, "scope")} derived, {report.ScopesJoined.Length} joined, {Count(report.Run.Problems.Length, "problem")}");
        if (report.Whole)
        {
            return ExitCode.Done;
        }

        surroundings.Error.WriteLine("Done in part: what was sound is stored, and nothing was closed in a dataset that was not read whole.");
        return ExitCode.DoneInPart;
    }

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
}
