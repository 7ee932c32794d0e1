using System.Numerics;

namespace NhiGraph.Graph.Reach;

/// <summary>
/// Preorder positions that are possibly reached, and those of them that are proved, as bits on two levels: single positions at the ends of ranges, and whole words of 64 between them.
/// Adding a range costs O(1 + length / 4096), counting costs the words that were touched, and there is nothing to sort; so that a union of many ranges is counted in the time it takes
/// to read them.
/// </summary>
internal sealed class PositionSet
{
    private readonly Word[] words;
    private readonly Word[] whole;
    private readonly int[] touched;
    private int touchedCount;
    private bool hasWhole;

    internal PositionSet(int positions)
    {
        words = new Word[(positions + 63) / 64];
        whole = new Word[(words.Length + 63) / 64];
        touched = new int[words.Length + 1];
    }

    /// <summary>Adds the positions from a start to an end, the end not included; at least one.</summary>
    internal void Add(int start, int end, bool proved)
    {
        int first = start >> 6;
        int last = (end - 1) >> 6;
        ulong head = ulong.MaxValue << start;
        ulong tail = ulong.MaxValue >> -end;
        if (first == last)
        {
            Touch(first, head & tail, proved);
            return;
        }

        Touch(first, head, proved);
        Touch(last, tail, proved);
        if (first + 1 < last)
        {
            AddWhole(first + 1, last, proved);
        }
    }

    /// <summary>A position as a count of itself.</summary>
    internal ReachBounds At(int position)
    {
        Word word = words[position >> 6];
        Word group = whole[position >> 12];
        return new(
            (int)((word.Proved >> position | group.Proved >> (position >> 6)) & 1),
            (int)((word.Possible >> position | group.Possible >> (position >> 6)) & 1));
    }

    /// <param name="of">Which positions count, as bits.</param>
    /// <param name="sums">How many of them stand before each position.</param>
    internal ReachBounds Count(ulong[] of, int[] sums)
    {
        int proved = 0;
        int possible = 0;
        foreach (int at in touched.AsSpan(0, touchedCount))
        {
            Word word = words[at];
            Word group = whole[at >> 6];
            proved += BitOperations.PopCount(word.Proved & of[at] & UnlessWhole(group.Proved, at));
            possible += BitOperations.PopCount(word.Possible & of[at] & UnlessWhole(group.Possible, at));
        }

        for (int group = 0; hasWhole && group < whole.Length; group++)
        {
            proved += CountRuns(whole[group].Proved, group, sums);
            possible += CountRuns(whole[group].Possible, group, sums);
        }

        return new(proved, possible);
    }

    internal void Clear()
    {
        foreach (int word in touched.AsSpan(0, touchedCount))
        {
            words[word] = default;
        }

        touchedCount = 0;
        if (hasWhole)
        {
            Array.Clear(whole);
            hasWhole = false;
        }
    }

    private void Touch(int at, ulong mask, bool proved)
    {
        ref Word word = ref words[at];
        touched[touchedCount] = at;
        touchedCount += word.Possible == 0 ? 1 : 0;
        word.Add(mask, proved);
    }

    private void AddWhole(int from, int until, bool proved)
    {
        hasWhole = true;
        int first = from >> 6;
        int last = (until - 1) >> 6;
        ulong head = ulong.MaxValue << from;
        ulong tail = ulong.MaxValue >> -until;
        if (first == last)
        {
            whole[first].Add(head & tail, proved);
            return;
        }

        whole[first].Add(head, proved);
        whole[last].Add(tail, proved);
        for (int group = first + 1; group < last; group++)
        {
            whole[group].Add(ulong.MaxValue, proved);
        }
    }

    /// <summary>No bit where the word is whole, for then its run counts it; else all.</summary>
    private static ulong UnlessWhole(ulong group, int word) => (group >> word & 1) - 1;

    /// <summary>Run by run of whole words: from where one begins to where it ends.</summary>
    private static int CountRuns(ulong words, int group, int[] sums)
    {
        int count = 0;
        while (words != 0)
        {
            int from = BitOperations.TrailingZeroCount(words);
            int length = BitOperations.TrailingZeroCount(~(words >> from));
            int word = group * 64 + from;
            count += sums[(word + length) * 64] - sums[word * 64];
            words &= from + length == 64 ? 0 : ulong.MaxValue << from + length;
        }

        return count;
    }

    /// <summary>64 positions, or 64 words of them.</summary>
    private struct Word
    {
        internal ulong Possible;
        internal ulong Proved;

        internal void Add(ulong mask, bool proved)
        {
            Possible |= mask;
            Proved |= proved ? mask : 0;
        }
    }
}
