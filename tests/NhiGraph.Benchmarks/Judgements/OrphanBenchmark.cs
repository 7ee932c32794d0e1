using System.Diagnostics;
using NhiGraph.Analysis.OrphanChains;
using NhiGraph.Benchmarks.Estates;
using NhiGraph.Graph.Components;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Benchmarks.Judgements;

/// <summary>All orphan chains of an estate, ranked by severity: components, what everything reaches, chains. No summaries: those are of the rows shown.</summary>
internal static class OrphanBenchmark
{
    private const int Passes = 5;

    internal static int Run(bool small, string? only) => WholeEstates.Ask(small, only, Ask);

    private static void Ask(AccessGraph graph)
    {
        var options = new TraversalOptions(EstatePeople.Today);
        var times = new List<double>();
        OrphanChainsAnswer? answer = null;
        for (int pass = 0; pass < Passes; pass++)
        {
            long began = Stopwatch.GetTimestamp();
            answer = OrphanChainsAnswer.Of(Condensation.Of(graph, options), _ => Known.All);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
        }

        Console.WriteLine(FormattableString.Invariant($"  {answer!.Chains.Length:N0} chains: {string.Join(", ", answer.Chains.GroupBy(chain => chain.Severity).OrderByDescending(group => group.Key).Select(group => $"{group.Key} {group.Count():N0}"))}"));
        Console.WriteLine($"  all orphan chains ranked, components included: best of {Passes} {Percentiles.Time(times.Min())}, first {Percentiles.Time(times[0])}");
    }
}
