using System.Buffers;
using System.Collections;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace NhiGraph.Graph.Csr;

/// <summary>Keys as UTF-8 end to end in one array, with an open-addressing table over them: no string a node. A look-up is O(key length).</summary>
internal sealed class KeySlab
{
    /// <summary>Refuses lone surrogates, which would make two keys one.</summary>
    internal static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    internal KeySlab(byte[] bytes, int[] offsets)
    {
        Bytes = bytes;
        Offsets = offsets;
        Table = LargeArray.Of<int>(TableLength(Count));
        Fill();
    }

    /// <summary>With the table as another slab of the same keys filled it.</summary>
    /// <exception cref="InvalidDataException">It does not hold every key's number once.</exception>
    internal KeySlab(byte[] bytes, int[] offsets, int[] table)
    {
        Bytes = bytes;
        Offsets = offsets;
        Table = table;
        if (table.Length != TableLength(Count) || !HoldsEachOnce(table, Count))
        {
            throw new InvalidDataException("The table of keys does not fit the keys.");
        }
    }

    internal byte[] Bytes { get; }

    internal int[] Offsets { get; }

    /// <summary>Numbers of keys, one higher, at or after the place that their hash gives; 0 where it is free.</summary>
    internal int[] Table { get; }

    internal int Count => Offsets.Length - 1;

    internal ReadOnlySpan<byte> this[int index] => Bytes.AsSpan(Offsets[index], Offsets[index + 1] - Offsets[index]);

    internal string Text(int index) => Utf8.GetString(this[index]);

    internal bool TryFind(ReadOnlySpan<byte> key, out int index)
    {
        index = Table[SlotOf(key)] - 1;
        return index >= 0;
    }

    internal bool TryFind(ReadOnlySpan<char> key, out int index)
    {
        int most = key.Length * 3;
        byte[]? rented = most > 768 ? ArrayPool<byte>.Shared.Rent(most) : null;
        Span<byte> bytes = rented ?? stackalloc byte[768];
        bool encoded = System.Text.Unicode.Utf8.FromUtf16(key, bytes, out _, out int length, replaceInvalidSequences: false) == OperationStatus.Done;
        index = -1;
        bool found = encoded && TryFind(bytes[..length], out index);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return found;
    }

    /// <summary>The order of <see cref="string.CompareOrdinal(string, string)"/>, which is of UTF-16: a supplementary character comes before U+E000 to U+FFFF, unlike in UTF-8.</summary>
    internal static int CompareOrdinal(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        int common = left.CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
        {
            return left.Length - right.Length;
        }

        byte a = left[common];
        byte b = right[common];
        return a >= 0xEE && b >= 0xEE && (a >= 0xF0) != (b >= 0xF0) ? b - a : a - b;
    }

    /// <summary>A power of two, at most half full.</summary>
    internal static int TableLength(int count) => Math.Max(16, (int)BitOperations.RoundUpToPowerOf2((uint)count * 2));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill()
    {
        for (int index = 0; index < Count; index++)
        {
            int slot = SlotOf(this[index]);
            if (Table[slot] != 0)
            {
                throw new ArgumentException($"There are two nodes with key '{Text(index)}'.");
            }

            Table[slot] = index + 1;
        }
    }

    /// <summary>Then there is a free place, so that every look-up ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool HoldsEachOnce(int[] table, int count)
    {
        var seen = new BitArray(count);
        int held = 0;
        foreach (int entry in table)
        {
            if (entry != 0)
            {
                if ((uint)(entry - 1) >= (uint)count || seen[entry - 1])
                {
                    return false;
                }

                seen[entry - 1] = true;
                held++;
            }
        }

        return held == count;
    }

    /// <summary>Where the key is in the table, or the free slot where it would be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int SlotOf(ReadOnlySpan<byte> key)
    {
        int mask = Table.Length - 1;
        int slot = (int)Hash64.Of(key) & mask;
        while (Table[slot] != 0 && !this[Table[slot] - 1].SequenceEqual(key))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }
}
