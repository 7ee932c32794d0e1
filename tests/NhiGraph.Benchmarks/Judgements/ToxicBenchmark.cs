using System.Diagnostics;
using NhiGraph.Analysis.ToxicCombinations;
using NhiGraph.Graph.Components;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Reach;
using NhiGraph.Loaders.Rules;

namespace NhiGraph.Benchmarks.Judgements;

/// <summary>All toxic combinations of an estate by the shipped rules: components, masks, findings; and how long the ways of a page of them take to find.</summary>
internal static class ToxicBenchmark
{
    private const int Passes = 5;
    private const int PageSize = 50;

    internal static int Run(bool small, string? only) => WholeEstates.Ask(small, only, Ask);

    private static void Ask(AccessGraph graph)
    {
        var options = new TraversalOptions(2_000_000_000);
        IReadOnlyList<ToxicRule> rules = RuleBook.Shipped.Rules; // read when a server starts
        var components = new List<double>();
        var whole = new List<double>();
        ToxicCombinationsAnswer? answer = null;
        for (int pass = 0; pass < Passes; pass++)
        {
            long began = Stopwatch.GetTimestamp();
            Condensation condensation = Condensation.Of(graph, options);
            components.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
            answer = ToxicCombinationsAnswer.Of(condensation, rules);
            whole.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
        }

        long paths = Stopwatch.GetTimestamp();
        int steps = answer!.Read(answer.Findings.Take(PageSize)).Sum(finding => finding.Parts.Sum(part => part.Path.Length));
        Console.WriteLine(FormattableString.Invariant($"  {answer.Condensation.Count:N0} components; {answer.Findings.Length:N0} findings: {string.Join(", ", answer.Findings.GroupBy(finding => finding.Rule.Id).Select(group => $"{group.Key} {group.Count()}"))}"));
        Console.WriteLine($"  components: best of {Passes} {Percentiles.Time(components.Min())}, first {Percentiles.Time(components[0])}");
        Console.WriteLine($"  all toxic combinations, components included: best of {Passes} {Percentiles.Time(whole.Min())}, first {Percentiles.Time(whole[0])}");
        Console.WriteLine($"  the ways of the first {PageSize}: {Percentiles.Time(Stopwatch.GetElapsedTime(paths).TotalMicroseconds)}, {steps} steps");
    }
}
