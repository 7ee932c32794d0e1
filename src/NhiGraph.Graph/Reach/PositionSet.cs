using System.Numerics;

namespace NhiGraph.Graph.Reach;

/// <summary>
/// Preorder positions as bits on two levels: single positions at the ends of ranges, and whole words of 64 between them. Adding a range costs O(1 + length / 4096), counting costs
/// the words that were touched, and there is nothing to sort; so that a union of many ranges is counted in the time it takes to read them.
/// </summary>
internal sealed class PositionSet
{
    private readonly ulong[] bits;
    private readonly ulong[] whole;
    private readonly int[] touched;
    private int touchedCount;
    private bool hasWhole;

    internal PositionSet(int positions)
    {
        int words = (positions + 63) / 64;
        bits = new ulong[words];
        whole = new ulong[(words + 63) / 64];
        touched = new int[words];
    }

    /// <summary>Adds the positions from a start to an end, the end not included; at least one.</summary>
    internal void Add(int start, int end)
    {
        int first = start >> 6;
        int last = (end - 1) >> 6;
        ulong head = ulong.MaxValue << start;
        ulong tail = ulong.MaxValue >> -end;
        if (first == last)
        {
            Set(first, head & tail);
            return;
        }

        Set(first, head);
        Set(last, tail);
        if (first + 1 < last)
        {
            SetWhole(first + 1, last);
        }
    }

    internal bool Contains(int position) => IsWhole(position >> 6) || (bits[position >> 6] >> position & 1) != 0;

    /// <param name="of">Which positions count, as bits.</param>
    /// <param name="sums">How many of them stand before each position.</param>
    internal int Count(ulong[] of, int[] sums)
    {
        int count = 0;
        foreach (int word in touched.AsSpan(0, touchedCount))
        {
            count += IsWhole(word) ? 0 : BitOperations.PopCount(bits[word] & of[word]);
        }

        return hasWhole ? count + CountWhole(sums) : count;
    }

    internal void Clear()
    {
        foreach (int word in touched.AsSpan(0, touchedCount))
        {
            bits[word] = 0;
        }

        touchedCount = 0;
        if (hasWhole)
        {
            Array.Clear(whole);
            hasWhole = false;
        }
    }

    private void Set(int word, ulong mask)
    {
        ulong old = bits[word];
        if (old == 0)
        {
            touched[touchedCount++] = word;
        }

        bits[word] = old | mask;
    }

    private void SetWhole(int from, int until)
    {
        hasWhole = true;
        int first = from >> 6;
        int last = (until - 1) >> 6;
        ulong head = ulong.MaxValue << from;
        ulong tail = ulong.MaxValue >> -until;
        if (first == last)
        {
            whole[first] |= head & tail;
            return;
        }

        whole[first] |= head;
        whole.AsSpan(first + 1, last - first - 1).Fill(ulong.MaxValue);
        whole[last] |= tail;
    }

    private bool IsWhole(int word) => (whole[word >> 6] >> word & 1) != 0;

    /// <summary>Run by run: where whole words begin, and where they end.</summary>
    private int CountWhole(int[] sums)
    {
        int count = 0;
        for (int group = 0; group < whole.Length; group++)
        {
            for (ulong rest = whole[group]; rest != 0;)
            {
                int from = BitOperations.TrailingZeroCount(rest);
                int length = BitOperations.TrailingZeroCount(~(rest >> from));
                int word = group * 64 + from;
                count += sums[(word + length) * 64] - sums[word * 64];
                rest &= from + length == 64 ? 0 : ulong.MaxValue << from + length;
            }
        }

        return count;
    }
}
