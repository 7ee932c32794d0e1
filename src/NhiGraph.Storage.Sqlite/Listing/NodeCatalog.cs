using NhiGraph.Graph.Model;
using NhiGraph.Storage.Reading;

namespace NhiGraph.Storage.Sqlite.Listing;

/// <summary>
/// All nodes of one version in the order of their names, made for listings and searches: ids, kinds and the texts that are searched, folded, in one slab.
/// About 170 bytes a node. Immutable; a place is a node's position in it.
/// </summary>
/// <param name="ids">The store's number of the node at a place.</param>
/// <param name="kinds">Its kinds.</param>
/// <param name="byKey">All places in the order of their keys.</param>
/// <param name="slab">For each place name, key, e-mail and fingerprint, each ended by <see cref="End"/>.</param>
/// <param name="starts">Where a place's texts begin in the slab; one more than places.</param>
internal sealed class NodeCatalog(int[] ids, ushort[] kinds, int[] byKey, byte[] slab, int[] starts)
{
    /// <summary>Ends a text; no UTF-8 text has it.</summary>
    internal const byte End = 0xFF;

    internal int Count => ids.Length;

    internal ReadOnlySpan<int> ByKey => byKey;

    internal int IdAt(int place) => ids[place];

    internal int PlaceOf(long id) => Array.IndexOf(ids, checked((int)id));

    internal bool IsOf(int place, NodeKinds any) => any == NodeKinds.None || (kinds[place] & (ushort)any) != 0;

    /// <summary>Places that match, best rank first, by name within a rank. One vectorized pass over the slab: some 15 ms a million nodes.</summary>
    internal int[] Search(SearchText text, Func<int, bool> admits)
    {
        var ranked = new List<int>[(int)SearchRank.None];
        for (int rank = 0; rank < ranked.Length; rank++)
        {
            ranked[rank] = [];
        }

        int at = 0;
        while (at < slab.Length)
        {
            int hit = slab.AsSpan(at).IndexOf(text.Folded);
            if (hit < 0)
            {
                break;
            }

            int place = PlaceAt(at + hit);
            if (admits(place) && RankOf(place, text) is var rank and not SearchRank.None)
            {
                ranked[(int)rank].Add(place);
            }

            at = starts[place + 1];
        }

        return [.. ranked.SelectMany(places => places)];
    }

    private int PlaceAt(int offset)
    {
        int found = Array.BinarySearch(starts, offset);
        return found >= 0 ? found : ~found - 1;
    }

    private SearchRank RankOf(int place, SearchText text)
    {
        ReadOnlySpan<byte> texts = slab.AsSpan(starts[place]..starts[place + 1]);
        ReadOnlySpan<byte> name = Next(ref texts), key = Next(ref texts), email = Next(ref texts);
        return text.RankOf(name, key, email, Next(ref texts));
    }

    private static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> texts)
    {
        int end = texts.IndexOf(End);
        ReadOnlySpan<byte> next = texts[..end];
        texts = texts[(end + 1)..];
        return next;
    }
}
