using System.Buffers.Binary;
using NhiGraph.Graph.Csr;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Sqlite.Snapshot;

/// <summary>
/// The graph of one version beside the store's file, for a fast start: eight signs, the store's id, the version, then the graph with its own checksums.
/// It is never trusted further than it matches: whatever is wrong with it, the rows are read instead.
/// </summary>
internal sealed class SnapshotFile(string storeFile, Guid store)
{
    private const int HeadLength = 32;

    internal string Path { get; } = storeFile + ".graph";

    private string Temporary => Path + ".tmp";

    /// <summary>The graph of this version of this store, or null: missing, torn, damaged, of another version, store or format.</summary>
    internal AccessGraph? TryRead(RunId version)
    {
        try
        {
            using var stream = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 20, FileOptions.SequentialScan);
            if (ReadVersion(stream) != version)
            {
                return null;
            }

            AccessGraph graph = AccessGraph.Read(stream);
            return graph.Version == version.ToString() ? graph : null;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or SnapshotException)
        {
            return null;
        }
    }

    /// <summary>Writes beside, flushes to the disk and renames, so that a reader meets the old or the new one whole. A newer one is left as it is. False where it could not be written: the next start is slower, no more.</summary>
    internal bool TryWrite(AccessGraph graph, RunId version)
    {
        try
        {
            // Not shared: of two processes one writes, the other lets it.
            using var stream = new FileStream(Temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
            if (NewerIsThere(version))
            {
                return false;
            }

            stream.Write(Head(version));
            graph.Write(stream);
            stream.Flush(flushToDisk: true);
            File.Move(Temporary, Path, overwrite: true);
            return true;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private bool NewerIsThere(RunId version)
    {
        if (!File.Exists(Path))
        {
            return false;
        }

        using FileStream stream = File.OpenRead(Path);
        return ReadVersion(stream) is { } there && there > version;
    }

    /// <summary>Null where it is not this store's.</summary>
    private RunId? ReadVersion(Stream stream)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        return stream.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false) == HeadLength && head[..^sizeof(long)].SequenceEqual(Head(default).AsSpan(0, HeadLength - sizeof(long)))
            ? new RunId(BinaryPrimitives.ReadInt64LittleEndian(head[^sizeof(long)..]))
            : null;
    }

    private byte[] Head(RunId version)
    {
        byte[] head = new byte[HeadLength];
        "NHISTORE"u8.CopyTo(head);
        store.TryWriteBytes(head.AsSpan(8));
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(HeadLength - sizeof(long)), version.Value);
        return head;
    }
}
