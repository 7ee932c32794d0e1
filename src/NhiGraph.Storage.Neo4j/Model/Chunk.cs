using System.Text;
using NhiGraph.Graph.Model;

namespace NhiGraph.Storage.Neo4j.Model;

/// <summary>
/// Where an owner's or dataset's rows stand in an index: the owner's number, then 16 bits of a hash of the row's key. What an owner has is one range, and any part of it another.
/// </summary>
internal static class Chunk
{
    internal const int Buckets = 1 << 16;

    internal static long Of(long owner, ReadOnlySpan<char> key) => First(owner) + Hash(key);

    internal static long Of(long owner, EdgeKey key) => Of(owner, $"{(int)key.Kind}\u001f{key.From}\u001f{key.To}\u001f{key.Qualifier}");

    internal static long First(long owner) => owner * Buckets;

    internal static long OwnerOf(long chunk) => chunk / Buckets;

    /// <summary>FNV-1a over UTF-8, folded: stable for ever, for it is stored.</summary>
    private static int Hash(ReadOnlySpan<char> key)
    {
        Span<byte> utf8 = key.Length <= 300 ? stackalloc byte[900] : new byte[key.Length * 3];
        uint hash = 2166136261;
        foreach (byte value in utf8[..Encoding.UTF8.GetBytes(key, utf8)])
        {
            hash = (hash ^ value) * 16777619;
        }

        return (int)((hash >> 16) ^ (hash & 0xFFFF));
    }
}
