using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace NhiGraph.Graph.Csr;

/// <summary>Writes what a graph is; what is computed from it is computed again on reading. The same content gives the same bytes.</summary>
internal sealed class SnapshotWriter(Stream stream)
{
    private ulong hash;

    internal static void Write(GraphContent content, Stream stream)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Snapshots hold arrays as little-endian machines do.");
        }

        byte[] text = SnapshotText.Write(content);
        int nodes = content.Keys.Count;
        int edges = content.Heads.Length;
        long length = 3L * sizeof(int) + text.Length + content.Keys.Bytes.Length + (content.Keys.Table.Length + (nodes + 1L) * 4) * sizeof(int) + nodes * (sizeof(ushort) + 4L + 3 * sizeof(int))
            + edges * (sizeof(int) + 1L) + content.DetailedEdges.Length * 2L * sizeof(int)
            + content.Dates.Sum(dates => sizeof(int) + dates.Nodes.Length * (long)(sizeof(int) + sizeof(long)));
        Span<byte> header = stackalloc byte[SnapshotHeader.Length];
        new SnapshotHeader(nodes, edges, length).Write(header);
        stream.Write(header);
        new SnapshotWriter(stream).WriteBody(content, text);
    }

    private void WriteBody(GraphContent content, byte[] text)
    {
        Write([text.Length, content.Keys.Bytes.Length, content.DetailedEdges.Length]);
        Write(text);
        Write(content.Keys.Bytes);
        Write(content.Keys.Offsets);
        Write(content.Keys.Table);
        Write(content.Kinds);
        Write(content.Sensitivity);
        Write(content.Traits);
        Write(content.Capabilities);
        Write(content.ResourceTypes);
        Write(content.Facts);
        Write(content.Scopes);
        Write(content.Environments);
        foreach (int[] offsets in content.Offsets)
        {
            Write(offsets);
        }

        Write(content.Heads);
        Write(content.Flags);
        Write(content.DetailedEdges);
        Write(content.DetailIds);
        foreach (DateColumn dates in content.Dates)
        {
            Write([dates.Nodes.Length]);
            Write(dates.Nodes);
            Write(dates.Seconds);
        }

        Span<byte> trailer = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(trailer, hash);
        stream.Write(trailer);
    }

    private void Write<T>(T[] items) where T : unmanaged
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(items.AsSpan());
        hash = Hash64.Of(bytes, hash);
        stream.Write(bytes);
    }
}
