namespace NhiGraph.Graph.Reach;

/// <summary>Sorts words that carry a key in some of their bits and a payload in the rest. Small spans by comparison, large ones by radix: O(n) for keys of fixed width.</summary>
internal static class WordSort
{
    private const int FewDigitBits = 8;
    private const int ManyDigitBits = 11;
    private const int Small = 128;

    /// <summary>From here on, fewer passes are worth wider counters.</summary>
    private const int Many = 8192;

    /// <param name="words">Where the words are.</param>
    /// <param name="scratch">Grows to the size of the span when radix needs it.</param>
    /// <param name="firstBit">Where the key begins; bits below are payload and come along.</param>
    /// <param name="keyBits">How wide it is.</param>
    internal static void Sort(Span<ulong> words, ref ulong[] scratch, int firstBit, int keyBits)
    {
        if (words.Length <= Small)
        {
            words.Sort();
            return;
        }

        if (scratch.Length < words.Length)
        {
            scratch = new ulong[Math.Max(words.Length, scratch.Length * 2)];
        }

        Span<ulong> from = words;
        Span<ulong> to = scratch.AsSpan(0, words.Length);
        int digitBits = words.Length < Many ? FewDigitBits : ManyDigitBits;
        int mask = (1 << digitBits) - 1;
        Span<int> places = stackalloc int[mask + 1];
        for (int shift = firstBit; shift < firstBit + keyBits; shift += digitBits)
        {
            places.Clear();
            foreach (ulong word in from)
            {
                places[(int)(word >> shift) & mask]++;
            }

            if (places[(int)(from[0] >> shift) & mask] == from.Length)
            {
                continue;
            }

            int place = 0;
            for (int digit = 0; digit < places.Length; digit++)
            {
                (place, places[digit]) = (place + places[digit], place);
            }

            foreach (ulong word in from)
            {
                to[places[(int)(word >> shift) & mask]++] = word;
            }

            Span<ulong> swap = from;
            from = to;
            to = swap;
        }

        if (!from.Overlaps(words))
        {
            from.CopyTo(words);
        }
    }
}
