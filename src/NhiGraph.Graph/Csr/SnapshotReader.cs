using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NhiGraph.Graph.Csr;

/// <summary>Reads what <see cref="SnapshotWriter"/> wrote, or refuses. Nothing is interpreted before the hash of all of it has held.</summary>
internal sealed class SnapshotReader
{
    private readonly Stream stream;
    private long left;
    private ulong hash;

    private SnapshotReader(Stream stream, long left)
    {
        this.stream = stream;
        this.left = left;
    }

    /// <exception cref="SnapshotException">It is no snapshot, of another format, torn or damaged.</exception>
    internal static AccessGraph Read(Stream stream)
    {
        try
        {
            Span<byte> bytes = stackalloc byte[SnapshotHeader.Length];
            stream.ReadExactly(bytes);
            SnapshotHeader header = SnapshotHeader.Read(bytes);
            return new AccessGraph(new SnapshotReader(stream, header.BodyLength).ReadContent(header));
        }
        catch (EndOfStreamException end)
        {
            throw new SnapshotException(SnapshotRefusal.Torn, "The snapshot ends before it should.", end);
        }
        catch (Exception broken) when (broken is ArgumentException or InvalidDataException or IndexOutOfRangeException or OverflowException or FormatException)
        {
            throw new SnapshotException(SnapshotRefusal.Damaged, "The snapshot's content does not hold together.", broken);
        }
    }

    private GraphContent ReadContent(SnapshotHeader header)
    {
        int[] lengths = Read<int>(3);
        byte[] text = Read<byte>(lengths[0]);
        byte[] keys = Read<byte>(lengths[1]);
        int[] keyOffsets = Read<int>(header.Nodes + 1);
        int[] keyTable = Read<int>(KeySlab.TableLength(header.Nodes));
        ushort[] kinds = Read<ushort>(header.Nodes);
        byte[] sensitivity = Read<byte>(header.Nodes);
        byte[] traits = Read<byte>(header.Nodes);
        byte[] capabilities = Read<byte>(header.Nodes);
        byte[] resourceTypes = Read<byte>(header.Nodes);
        uint[] facts = Read<uint>(header.Nodes);
        int[] scopes = Read<int>(header.Nodes);
        int[] environments = Read<int>(header.Nodes);
        int[][] offsets = [Read<int>(header.Nodes + 1), Read<int>(header.Nodes + 1), Read<int>(header.Nodes + 1)];
        int[] heads = Read<int>(header.Edges);
        byte[] flags = Read<byte>(header.Edges);
        int[] detailedEdges = Read<int>(lengths[2]);
        int[] detailIds = Read<int>(lengths[2]);
        DateColumn[] dates = [.. Enumerable.Range(0, NodeDates.Count).Select(_ => ReadDates())];
        MustEndWithHash();
        (string version, string?[] texts, EdgeDetails[] details) = SnapshotText.Read(text);
        MustAscend(keyOffsets, 0, keys.Length);
        MustAscend(offsets[EdgeBlock.Walked], 0, offsets[EdgeBlock.On][0]);
        MustAscend(offsets[EdgeBlock.On], offsets[EdgeBlock.On][0], offsets[EdgeBlock.Evidence][0]);
        MustAscend(offsets[EdgeBlock.Evidence], offsets[EdgeBlock.Evidence][0], header.Edges);
        MustBeBelow(heads, header.Nodes);
        MustBeBelow(scopes, texts.Length);
        MustBeBelow(environments, texts.Length);
        MustBeBelow(detailIds, details.Length);
        foreach (DateColumn column in dates)
        {
            MustBeBelow(column.Nodes, header.Nodes);
        }

        return new GraphContent
        {
            Version = version,
            Keys = new KeySlab(keys, keyOffsets, keyTable),
            Kinds = kinds,
            Sensitivity = sensitivity,
            Traits = traits,
            Capabilities = capabilities,
            ResourceTypes = resourceTypes,
            Facts = facts,
            Dates = dates,
            Scopes = scopes,
            Environments = environments,
            Texts = texts,
            Offsets = offsets,
            Heads = heads,
            Flags = flags,
            DetailedEdges = detailedEdges,
            DetailIds = detailIds,
            Details = details,
        };
    }

    private DateColumn ReadDates()
    {
        int count = Read<int>(1)[0];
        return new DateColumn(Read<int>(count), Read<long>(count));
    }

    private T[] Read<T>(int count) where T : unmanaged
    {
        left -= (long)count * Marshal.SizeOf<T>();
        if (count < 0 || left < 0)
        {
            throw new SnapshotException(SnapshotRefusal.Damaged, "The snapshot's lengths do not add up.");
        }

        T[] items = LargeArray.Uninitialized<T>(count);
        Span<byte> bytes = MemoryMarshal.AsBytes(items.AsSpan());
        stream.ReadExactly(bytes);
        hash = Hash64.Of(bytes, hash);
        return items;
    }

    private void MustEndWithHash()
    {
        Span<byte> trailer = stackalloc byte[sizeof(ulong)];
        stream.ReadExactly(trailer);
        if (left != 0 || BinaryPrimitives.ReadUInt64LittleEndian(trailer) != hash)
        {
            throw new SnapshotException(SnapshotRefusal.Damaged, "The snapshot's checksum does not hold.");
        }
    }

    /// <summary>The walk trusts offsets without looking, so they are looked at here, whatever the checksum says.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MustAscend(int[] offsets, int first, int last)
    {
        bool ascends = offsets[0] == first && offsets[^1] == last;
        for (int i = 1; i < offsets.Length; i++)
        {
            ascends &= offsets[i - 1] <= offsets[i];
        }

        if (!ascends)
        {
            throw new InvalidDataException("Offsets do not ascend.");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MustBeBelow(int[] items, int limit)
    {
        bool below = true;
        foreach (int item in items)
        {
            below &= (uint)item < (uint)limit;
        }

        if (!below)
        {
            throw new InvalidDataException("A number is out of range.");
        }
    }
}
