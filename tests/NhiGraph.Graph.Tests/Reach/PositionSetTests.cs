using NhiGraph.Graph.Reach;

namespace NhiGraph.Graph.Tests.Reach;

public sealed class PositionSetTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(30_000)]
    public void Count_RandomRanges_IsThatOfTheirUnion(int positions)
    {
        var random = new Random(positions);
        bool[] counted = [.. Enumerable.Range(0, positions).Select(_ => random.Next(3) > 0)];
        int before = 0;
        int[] sums = [0, .. counted.Select(yes => before += yes ? 1 : 0)];
        var bits = new ulong[(positions + 63) / 64];
        for (int position = 0; position < positions; position++)
        {
            bits[position / 64] |= counted[position] ? 1UL << position % 64 : 0;
        }

        var set = new PositionSet(positions);
        for (int round = 0; round < 60; round++)
        {
            var possible = new bool[positions];
            var proved = new bool[positions];
            for (int ranges = random.Next(12); ranges > 0; ranges--)
            {
                int start = random.Next(positions);
                int length = 1 + random.Next(random.Next(2) == 0 ? 3 : positions);
                int end = random.Next(4) == 0 ? positions : Math.Min(positions, start + length);
                bool sure = random.Next(2) == 0;
                set.Add(start, end, sure);
                possible.AsSpan(start..end).Fill(true);
                if (sure)
                {
                    proved.AsSpan(start..end).Fill(true);
                }
            }

            Assert.Equal(new ReachBounds(Both(proved, counted), Both(possible, counted)), set.Count(bits, sums));
            Assert.Equal(proved.Zip(possible, (sure, maybe) => new ReachBounds(sure ? 1 : 0, maybe ? 1 : 0)), Enumerable.Range(0, positions).Select(set.At));
            set.Clear();
            Assert.Equal(default, set.Count(bits, sums));
        }
    }

    private static int Both(bool[] set, bool[] counted) => set.Zip(counted, (position, counts) => position && counts ? 1 : 0).Sum();
}
