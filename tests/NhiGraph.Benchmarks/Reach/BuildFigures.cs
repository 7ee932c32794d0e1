using System.Diagnostics;
using NhiGraph.Benchmarks.Estates;
using NhiGraph.Graph.Csr;

namespace NhiGraph.Benchmarks.Reach;

/// <summary>What the adjacency costs in time and memory.</summary>
internal static class BuildFigures
{
    private const int Passes = 20;

    internal static void Print(GeneratedEstate estate)
    {
        int[] shuffled = [.. Enumerable.Range(0, estate.Edges.Count)];
        new Random(7).Shuffle(shuffled);
        var edges = new EdgeList();
        edges.Reserve(shuffled.Length);
        foreach (int edge in shuffled)
        {
            edges.Add(estate.Edges.Tails[edge], estate.Edges.Heads[edge], (Graph.Model.EdgeKind)estate.Edges.Kinds[edge], estate.Edges.Flags[edge], estate.Edges.Details[edge]);
        }

        var both = new double[Passes];
        var forward = new double[Passes];
        for (int pass = 0; pass < Passes; pass++)
        {
            GC.Collect();
            long began = Stopwatch.GetTimestamp();
            SortedEdges inOrder = SortedEdges.Sort(edges, estate.Nodes.Keys.Count, estate.Details);
            forward[pass] = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
            _ = EdgeBlock.ReverseAll(inOrder.Offsets, inOrder.Heads, inOrder.Flags);
            both[pass] = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
        }

        double[] sorted = Percentiles.Sorted(both);

        Console.WriteLine($"  adjacency both ways from shuffled int arrays, edges in key order: {Percentiles.Time(sorted[0])} (forward {Percentiles.Time(forward.Min())}), half of {Passes} passes within {Percentiles.Time(Percentiles.Of(sorted, 50))}");
    }

    internal static void PrintMemory(AccessGraph graph)
    {
        long edges = graph.EdgeCount;
        long adjacency = (long)graph.Heads.Length * sizeof(int) + graph.Flags.Length;
        long offsets = 0;
        foreach (EdgeBlock block in graph.Blocks)
        {
            adjacency += (long)block.Sources.Length * sizeof(int) + (long)block.EdgeIds.Length * sizeof(int) + block.ReverseFlags.Length;
            offsets += ((long)block.Offsets.Length + block.ReverseOffsets.Length) * sizeof(int);
        }

        GraphContent content = graph.Content;
        long details = content.DetailedEdges.Length * 8L;
        Console.WriteLine(FormattableString.Invariant($"  {adjacency / (double)edges:0.0} bytes an edge both ways; apart: offsets {offsets / 1e6:0.0} MB, details of {content.DetailedEdges.Length:N0} edges {details / 1e6:0.0} MB, hubs' ranges {graph.Hubs.Bytes / 1e6:0.0} MB, keys {content.Keys.Bytes.Length / 1e6:0.0} MB"));
        using var stream = new MemoryStream();
        long began = Stopwatch.GetTimestamp();
        graph.Write(stream);
        TimeSpan written = Stopwatch.GetElapsedTime(began);
        stream.Position = 0;
        began = Stopwatch.GetTimestamp();
        AccessGraph.Read(stream);
        TimeSpan read = Stopwatch.GetElapsedTime(began);
        Console.WriteLine(FormattableString.Invariant($"  snapshot {stream.Length / 1e6:0.0} MB: written {written.TotalMilliseconds:0} ms, read {read.TotalMilliseconds:0} ms (memory)"));
    }
}
