using System.Buffers;
using System.Text;

namespace NhiGraph.Graph.Csr;

/// <summary>Keys as UTF-8 end to end in one array, with an open-addressing table over them: no string a node. A look-up is O(key length).</summary>
internal sealed class KeySlab
{
    /// <summary>Refuses lone surrogates, which would make two keys one.</summary>
    internal static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    private readonly int[] table;

    internal KeySlab(byte[] bytes, int[] offsets)
    {
        Bytes = bytes;
        Offsets = offsets;
        int size = 16;
        while (size < Count * 2)
        {
            size *= 2;
        }

        table = new int[size];
        for (int index = 0; index < Count; index++)
        {
            int slot = SlotOf(this[index]);
            if (table[slot] != 0)
            {
                throw new ArgumentException($"There are two nodes with key '{Text(index)}'.");
            }

            table[slot] = index + 1;
        }
    }

    internal byte[] Bytes { get; }

    internal int[] Offsets { get; }

    internal int Count => Offsets.Length - 1;

    internal ReadOnlySpan<byte> this[int index] => Bytes.AsSpan(Offsets[index], Offsets[index + 1] - Offsets[index]);

    internal string Text(int index) => Utf8.GetString(this[index]);

    internal bool TryFind(ReadOnlySpan<byte> key, out int index)
    {
        index = table[SlotOf(key)] - 1;
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

    /// <summary>Where the key is in the table, or the free slot where it would be.</summary>
    private int SlotOf(ReadOnlySpan<byte> key)
    {
        int mask = table.Length - 1;
        int slot = (int)Hash64.Of(key) & mask;
        while (table[slot] != 0 && !this[table[slot] - 1].SequenceEqual(key))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }
}
