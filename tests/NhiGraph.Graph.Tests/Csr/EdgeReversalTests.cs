using NhiGraph.Graph.Csr;

namespace NhiGraph.Graph.Tests.Csr;

/// <summary>Against a stable sort by head, on graphs of one bucket and of several, with hubs that half of the edges lead to.</summary>
public sealed class EdgeReversalTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(1, 3)]
    [InlineData(7, 40)]
    [InlineData(4095, 9000)]
    [InlineData(4096, 9000)]
    [InlineData(4097, 9000)]
    [InlineData(20_000, 100_000)]
    public void Of_AnyGraph_IsTheStableSortByHead(int nodes, int edges)
    {
        for (int seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            int first = random.Next(5);
            (int[] offsets, int[] heads, byte[] flags, int[] tails) = Graph(random, nodes, edges, first);

            EdgeBlock block = EdgeReversal.Of(offsets, heads, flags);

            int[] expected = [.. Enumerable.Range(first, edges).OrderBy(edge => heads[edge])];
            Assert.Equal(expected, block.EdgeIds);
            Assert.Equal(expected.Select(edge => tails[edge - first]), block.Sources);
            Assert.Equal(expected.Select(edge => flags[edge]), block.ReverseFlags);
            Assert.Equal(Enumerable.Range(0, nodes + 1).Select(node => BeforeHead(expected, heads, node)), block.ReverseOffsets);
            Assert.Same(offsets, block.Offsets);
        }
    }

    private static (int[] Offsets, int[] Heads, byte[] Flags, int[] Tails) Graph(Random random, int nodes, int edges, int first)
    {
        int[] tails = [.. Enumerable.Range(0, edges).Select(_ => random.Next(8) == 0 ? 0 : random.Next(nodes)).Order()];
        int[] heads = [.. Enumerable.Range(0, first + edges).Select(_ => random.Next(2) == 0 ? nodes - 1 : random.Next(nodes))];
        var flags = new byte[first + edges];
        random.NextBytes(flags);
        int[] offsets = [.. Enumerable.Range(0, nodes + 1).Select(node => first + LowerBound(tails, node))];
        return (offsets, heads, flags, tails);
    }

    private static int BeforeHead(int[] sorted, int[] heads, int head)
    {
        int low = 0;
        int high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = heads[sorted[middle]] < head ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int LowerBound(int[] ascending, int value)
    {
        int place = Array.BinarySearch(ascending, value);
        while (place > 0 && ascending[place - 1] == value)
        {
            place--;
        }

        return place < 0 ? ~place : place;
    }
}
