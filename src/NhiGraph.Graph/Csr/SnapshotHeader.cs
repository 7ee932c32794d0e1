using System.Buffers.Binary;

namespace NhiGraph.Graph.Csr;

/// <summary>How a snapshot begins: what it is, how it is laid out, how long the body is; then a hash of that. All numbers are little-endian.</summary>
/// <remarks>The body is arrays one after the other in the order of <see cref="SnapshotWriter"/>, then a hash of the body.</remarks>
internal readonly record struct SnapshotHeader(int Nodes, int Edges, long BodyLength)
{
    internal const int Length = 40;

    /// <summary>Raise it whenever anything that is written changes meaning, the numbers of the vocabulary's enums included.</summary>
    private const int Format = 3;
    private const int Signed = Length - sizeof(ulong);

    private static ReadOnlySpan<byte> Magic => "NHIGRAPH"u8;

    internal void Write(Span<byte> bytes)
    {
        bytes.Clear();
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[8..], Format);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[12..], Nodes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[16..], Edges);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[20..], BodyLength);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[Signed..], Hash64.Of(bytes[..Signed]));
    }

    internal static SnapshotHeader Read(ReadOnlySpan<byte> bytes)
    {
        if (!bytes[..Magic.Length].SequenceEqual(Magic))
        {
            throw new SnapshotException(SnapshotRefusal.NotASnapshot, "This is no snapshot of a graph.");
        }

        int format = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        if (BinaryPrimitives.ReadUInt64LittleEndian(bytes[Signed..]) != Hash64.Of(bytes[..Signed]))
        {
            throw new SnapshotException(SnapshotRefusal.Damaged, "The snapshot's beginning is damaged.");
        }

        return format == Format
            ? new(BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]), BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]), BinaryPrimitives.ReadInt64LittleEndian(bytes[20..]))
            : throw new SnapshotException(SnapshotRefusal.OtherFormat, $"The snapshot is of format {format}; this program reads {Format}.");
    }
}
