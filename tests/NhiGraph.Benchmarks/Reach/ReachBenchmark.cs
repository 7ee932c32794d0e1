using System.Diagnostics;
using System.Globalization;
using NhiGraph.Benchmarks.Estates;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;

namespace NhiGraph.Benchmarks.Reach;

/// <summary>The engine's figures on a segmented and a flat estate, and the same questions in SQLite as a yardstick.</summary>
internal static class ReachBenchmark
{
    private const int Questions = 1000;
    private const int FlatQuestions = 200;
    private const int Passes = 20;
    private const int FlatPasses = 2;
    private const int SampleSeed = 42;
    private static readonly TraversalOptions Options = new(2_000_000_000);

    internal static int Run(bool small, string? only)
    {
        Console.WriteLine(Machine.Line());
        foreach (EstateSize size in new[] { EstateSize.Segmented(small ? 20 : 1), EstateSize.Flat(small ? 20 : 1) }.Where(size => only is null || size.Name == only))
        {
            GeneratedEstate estate = EstateGenerator.Make(size);
            Console.WriteLine();
            Console.WriteLine(FormattableString.Invariant($"{size.Name}: {estate.Nodes.Keys.Count:N0} nodes, {estate.Edges.Count:N0} edges, {size.CrossAccountTrusts:P1} of trusts cross accounts, checksum {estate.Checksum():x16}"));
            BuildFigures.Print(estate);
            AccessGraph graph = Timed("whole graph built (keys sorted, containment, hubs)", estate.Build);
            BuildFigures.PrintMemory(graph);
            Ask(graph, size.Name == "flat");
        }

        return 0;
    }

    private static void Ask(AccessGraph graph, bool flat)
    {
        int[] identities = [.. Enumerable.Range(0, graph.NodeCount).Where(node => graph.KindsOf(node) == NodeKinds.Identity)];
        var random = new Random(SampleSeed);
        int[] starts = [.. Enumerable.Range(0, flat ? FlatQuestions : Questions).Select(_ => identities[random.Next(identities.Length)])];
        using ReachWorkspace reach = ReachWorkspace.Rent(graph);
        PrintDistribution(reach, starts);
        Measure("closure", reach, starts, flat, static (reach, start) =>
        {
            reach.Forward([start], Options);
            return reach.Count;
        });
        Measure("with resource counts", reach, starts, flat, static (reach, start) => Counts(reach, start));
        Measure("with scopes and environments too", reach, starts, flat, static (reach, start) => Counts(reach, start) + ReachedPlaces.Of(reach).Scopes.Possible);
        using var yardstick = new SqliteYardstick(graph, Options);
        yardstick.Compare(reach, starts.AsSpan(0, 200), Options);
    }

    private static int Counts(ReachWorkspace reach, int start)
    {
        reach.Forward([start], Options);
        return reach.Resources.Counted.Possible + reach.Resources.Sensitive.Possible + reach.Resources.Administered.Possible + reach.CountOf(NodeKind.Identity).Proved;
    }

    private static void PrintDistribution(ReachWorkspace reach, int[] starts)
    {
        var nodes = new List<double>();
        var resources = new List<double>();
        var depths = new List<double>();
        long edges = 0;
        foreach (int start in starts)
        {
            reach.Forward([start], Options);
            nodes.Add(reach.Count);
            depths.Add(reach.Depth);
            resources.Add(reach.Resources.Counted.Possible);
            edges += reach.EdgesScanned;
        }

        Console.WriteLine("  reach of " + starts.Length.ToString("N0", CultureInfo.InvariantCulture) + " random identities: nodes " + Counts(nodes) + "; resources " + Counts(resources) + "; depth " + Counts(depths));
        Console.WriteLine(FormattableString.Invariant($"  edges looked at: {edges:N0}"));
    }

    private static string Counts(List<double> counts)
    {
        double[] sorted = Percentiles.Sorted(counts);
        return FormattableString.Invariant($"p50 {Percentiles.Of(sorted, 50):N0} p90 {Percentiles.Of(sorted, 90):N0} p99 {Percentiles.Of(sorted, 99):N0} max {sorted[^1]:N0}");
    }

    /// <summary>The pass with the least median is printed: others ran into something else on the machine. Bytes allocated are those of all passes.</summary>
    private static void Measure(string name, ReachWorkspace reach, int[] starts, bool flat, Func<ReachWorkspace, int, int> ask)
    {
        var passes = new double[flat ? FlatPasses : Passes][];
        long expected = 0;
        foreach (int start in starts)
        {
            expected += ask(reach, start);
        }

        for (int pass = 0; pass < passes.Length; pass++)
        {
            passes[pass] = new double[starts.Length];
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        bool same = true;
        foreach (double[] pass in passes)
        {
            long sum = 0;
            for (int i = 0; i < starts.Length; i++)
            {
                long began = Stopwatch.GetTimestamp();
                sum += ask(reach, starts[i]);
                pass[i] = (Stopwatch.GetTimestamp() - began) * 1e6 / Stopwatch.Frequency;
            }

            same &= sum == expected;
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        double[] best = passes.MinBy(pass => Percentiles.Of(Percentiles.Sorted(pass), 50))!;
        Console.WriteLine($"  {name}: {Percentiles.Line(best)}  (best of {passes.Length} passes, {allocated} bytes allocated)");
        if (!same)
        {
            throw new InvalidOperationException("The answers changed from pass to pass.");
        }
    }

    internal static T Timed<T>(string name, Func<T> make)
    {
        long began = Stopwatch.GetTimestamp();
        T made = make();
        Console.WriteLine($"  {name}: {Percentiles.Time(Stopwatch.GetElapsedTime(began).TotalMicroseconds)}");
        return made;
    }
}
