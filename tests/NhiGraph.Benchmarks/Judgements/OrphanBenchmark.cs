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

    internal static int Run(bool small, string? only)
    {
        Console.WriteLine(Machine.Line());
        foreach (EstateSize size in new[] { EstateSize.Segmented(small ? 20 : 1), EstateSize.Flat(small ? 20 : 1) }.Where(size => only is null || size.Name == only))
        {
            GeneratedEstate estate = EstateGenerator.WithPeople(size);
            Console.WriteLine(FormattableString.Invariant($"{size.Name}: {estate.Nodes.Keys.Count:N0} nodes, {estate.Edges.Count:N0} edges, checksum {estate.Checksum():x16}"));
            Ask(estate.Build());
        }

        return 0;
    }

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
