using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NhiGraph.Graph.Csr;

/// <summary>A fast 64-bit hash for tables and for finding damage in snapshots. Not cryptographic: it tells accidents, not attackers.</summary>
internal static class Hash64
{
    private const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xC2B2AE3D27D4EB4F;

    /// <summary>Four independent lanes of eight bytes, so that the multiplications overlap; then the rest; then a finish that spreads every bit.</summary>
    /// <remarks>Whole snapshots pass through one call at the start of a process: it must not begin unoptimised.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static ulong Of(ReadOnlySpan<byte> bytes, ulong seed = 0)
    {
        ulong hash = seed ^ (ulong)bytes.Length * Second;
        if (bytes.Length >= 32)
        {
            ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
            ulong a = hash + First;
            ulong b = hash ^ Second;
            ulong c = hash - First;
            ulong d = ~hash;
            int whole = words.Length & ~3;
            for (int i = 0; i + 3 < whole; i += 4)
            {
                a = Mix(a, words[i]);
                b = Mix(b, words[i + 1]);
                c = Mix(c, words[i + 2]);
                d = Mix(d, words[i + 3]);
            }

            hash = Mix(Mix(Mix(a, b), c), d);
            bytes = bytes[(whole * 8)..];
        }

        while (bytes.Length >= 8)
        {
            hash = Mix(hash, MemoryMarshal.Read<ulong>(bytes));
            bytes = bytes[8..];
        }

        foreach (byte single in bytes)
        {
            hash = Mix(hash, single + 1UL);
        }

        hash = (hash ^ hash >> 32) * First;
        hash = (hash ^ hash >> 29) * Second;
        return hash ^ hash >> 32;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong hash, ulong word) => BitOperations.RotateLeft((hash ^ word) * First, 29) * Second + word;
}
