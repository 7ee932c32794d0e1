using System.Numerics;

namespace NhiGraph.Graph.Components;

/// <summary>The resources of one block as a row of bits for each component that reaches one of them. One thread's; used for block after block.</summary>
/// <remarks>Only components that reach the block are looked at: they are found against the edges, then filled in ascending order. A component that adds nothing to the only row it leads to shares it.</remarks>
internal sealed class SensitiveBlock(Condensation condensation, int[] predecessors, int[] offsets, int words)
{
    private readonly ulong[] marks = new ulong[(condensation.Count + 63) / 64];
    private readonly int[] rows = new int[condensation.Count];
    private readonly int[] counts = new int[condensation.Count];
    private readonly List<int> queue = [];
    private ulong[] bits = new ulong[1024 * words];
    private int rowCount;

    internal void Spread(List<(int Component, int From, int Until)> seeds)
    {
        foreach ((int component, _, _) in seeds)
        {
            Mark(component);
        }

        for (int next = 0; next < queue.Count; next++)
        {
            for (int at = offsets[queue[next]]; at < offsets[queue[next] + 1]; at++)
            {
                Mark(predecessors[at]);
            }
        }

        foreach ((int component, int from, int until) in seeds)
        {
            Set(rows[component] >= 0 ? rows[component] : rows[component] = NewRow(), from, until);
        }

        Fill();
    }

    /// <summary>Whether a component reaches a resource of the block.</summary>
    internal bool Reaches(int component, int resource) => IsMarked(component) && (bits[rows[component] * words + (resource >> 6)] >> resource & 1) != 0;

    internal void Forget()
    {
        foreach (int component in queue)
        {
            marks[component >> 6] = 0;
        }

        queue.Clear();
        rowCount = 0;
    }

    internal void AddTo(int[] all)
    {
        lock (all)
        {
            for (int component = 0; component < all.Length; component++)
            {
                all[component] += counts[component];
            }
        }
    }

    private void Fill()
    {
        for (int word = 0; word < marks.Length; word++)
        {
            for (ulong rest = marks[word]; rest != 0; rest &= rest - 1)
            {
                int component = word * 64 + BitOperations.TrailingZeroCount(rest);
                Gather(component);
                counts[component] += Count(rows[component]);
            }
        }
    }

    private void Gather(int component)
    {
        int row = rows[component];
        bool own = row >= 0;
        foreach (int reached in condensation.SuccessorsOf(component))
        {
            if (!IsMarked(reached) || rows[reached] == row)
            {
                continue;
            }

            if (row < 0)
            {
                row = rows[reached];
                continue;
            }

            if (!own)
            {
                int shared = row;
                row = NewRow();
                RowAt(shared).CopyTo(RowAt(row));
                own = true;
            }

            Add(rows[reached], row);
        }

        rows[component] = row;
    }

    private void Add(int from, int into)
    {
        ReadOnlySpan<ulong> source = RowAt(from);
        Span<ulong> target = RowAt(into);
        int word = 0;
        for (; word + Vector<ulong>.Count <= words; word += Vector<ulong>.Count)
        {
            (new Vector<ulong>(source[word..]) | new Vector<ulong>(target[word..])).CopyTo(target[word..]);
        }

        for (; word < words; word++)
        {
            target[word] |= source[word];
        }
    }

    private int Count(int row)
    {
        int count = 0;
        foreach (ulong word in RowAt(row))
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    private Span<ulong> RowAt(int row) => bits.AsSpan(row * words, words);

    private int NewRow()
    {
        if ((rowCount + 1) * words > bits.Length)
        {
            Array.Resize(ref bits, bits.Length * 2);
        }

        RowAt(rowCount).Clear();
        return rowCount++;
    }

    private void Set(int row, int from, int until)
    {
        Span<ulong> bitsOfRow = RowAt(row);
        for (int word = from >> 6; word << 6 < until; word++)
        {
            ulong head = word == from >> 6 ? ulong.MaxValue << from : ulong.MaxValue;
            ulong tail = word == (until - 1) >> 6 ? ulong.MaxValue >> -until : ulong.MaxValue;
            bitsOfRow[word] |= head & tail;
        }
    }

    private bool IsMarked(int component) => (marks[component >> 6] >> component & 1) != 0;

    private void Mark(int component)
    {
        if (!IsMarked(component))
        {
            marks[component >> 6] |= 1UL << component;
            rows[component] = -1;
            queue.Add(component);
        }
    }
}
