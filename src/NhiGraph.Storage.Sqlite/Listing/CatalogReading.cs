using System.Buffers;
using System.Text.Json;
using NhiGraph.Graph.Model;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Engine;

namespace NhiGraph.Storage.Sqlite.Listing;

/// <summary>Reads a version's <see cref="NodeCatalog"/> from its rows: about one second a million nodes.</summary>
internal sealed class CatalogReading
{
    private readonly ArrayBufferWriter<byte> _slab = new(1 << 16);
    private readonly List<int> _starts = [0];
    private readonly List<int> _nameLengths = [];
    private readonly List<int> _ids = [];
    private readonly List<ushort> _kinds = [];
    private readonly List<int> _keyRanks = [];

    internal static NodeCatalog Read(StoreConnection connection, RunId version, CancellationToken cancellation)
    {
        int[] keyRanks = KeyRanks(connection);
        var reading = new CatalogReading();
        Statement node = connection["nodes"].Bind(1, version.Value);
        while (node.Step())
        {
            cancellation.ThrowIfCancellationRequested();
            reading.Add(node, keyRanks);
        }

        return reading.Sorted();
    }

    /// <summary>For each key's number its place in the order of all keys, which the unique index has already.</summary>
    private static int[] KeyRanks(StoreConnection connection)
    {
        var ranks = new int[(connection["last_node_key"].Number() ?? 0) + 1];
        Statement key = connection["keys_in_order"];
        for (int rank = 0; key.Step(); rank++)
        {
            ranks[key.Int64(0)] = rank;
        }

        return ranks;
    }

    private void Add(Statement node, int[] keyRanks)
    {
        int id = checked((int)node.Int64(0));
        _ids.Add(id);
        _keyRanks.Add(keyRanks[id]);
        _kinds.Add((ushort)node.Int32(2));
        _nameLengths.Add(Append(node.Bytes(3)));
        Append(node.Bytes(1));
        ReadOnlySpan<byte> properties = node.Bytes(4);
        Append(PropertyText.Find(properties, PropertyNames.Email));
        Append(PropertyText.Find(properties, PropertyNames.Fingerprint));
        _starts.Add(_slab.WrittenCount);
    }

    private int Append(ReadOnlySpan<byte> text)
    {
        Span<byte> to = _slab.GetSpan((text.Length * 3) + 1);
        int length = FoldedText.Fold(text, to);
        to[length] = NodeCatalog.End;
        _slab.Advance(length + 1);
        return length;
    }

    private NodeCatalog Sorted()
    {
        int[] order = [.. Enumerable.Range(0, _ids.Count)];
        ulong[] heads = Array.ConvertAll(order, node => Head(Name(node)));
        Array.Sort(order, (x, y) =>
        {
            int result = heads[x].CompareTo(heads[y]);
            result = result != 0 ? result : Name(x).SequenceCompareTo(Name(y));
            return result != 0 ? result : _keyRanks[x].CompareTo(_keyRanks[y]);
        });
        byte[] slab = new byte[_slab.WrittenCount];
        int[] starts = new int[order.Length + 1];
        for (int place = 0, at = 0; place < order.Length; place++)
        {
            ReadOnlySpan<byte> texts = _slab.WrittenSpan[_starts[order[place]].._starts[order[place] + 1]];
            texts.CopyTo(slab.AsSpan(at));
            at += texts.Length;
            starts[place + 1] = at;
        }

        int[] byKey = [.. Enumerable.Range(0, order.Length)];
        Array.Sort(Array.ConvertAll(order, node => _keyRanks[node]), byKey);
        return new NodeCatalog(Array.ConvertAll(order, node => _ids[node]), Array.ConvertAll(order, node => _kinds[node]), byKey, slab, starts);
    }

    private ReadOnlySpan<byte> Name(int node) => _slab.WrittenSpan.Slice(_starts[node], _nameLengths[node]);

    /// <summary>The first eight bytes as a number of the same order: settles most comparisons.</summary>
    private static ulong Head(ReadOnlySpan<byte> name)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        bytes.Clear();
        name[..Math.Min(name.Length, sizeof(ulong))].CopyTo(bytes);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }
}
