using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using NhiGraph.Storage.Runs;

namespace NhiGraph.Storage.Reading;

/// <summary>
/// The opaque cursors of one query at one version: version, a hash of the query without its page, and the last node's key. The key is enough, for within a
/// version a node's place in an order never changes. Good for as long as the version is kept, in any process.
/// </summary>
public sealed class NodeCursor
{
    private const int HeadLength = 16;
    private readonly byte[] _head = new byte[HeadLength];

    public NodeCursor(RunId version, NodeQuery query)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_head, version.Value);
        SHA256.HashData(Encoding.UTF8.GetBytes(TextOf(query))).AsSpan(0, HeadLength - sizeof(long)).CopyTo(_head.AsSpan(sizeof(long)));
    }

    public string At(string key)
    {
        byte[] cursor = new byte[HeadLength + Encoding.UTF8.GetByteCount(key)];
        _head.CopyTo(cursor, 0);
        Encoding.UTF8.GetBytes(key, cursor.AsSpan(HeadLength));
        return Base64Url.EncodeToString(cursor);
    }

    /// <summary>The key that a cursor stands at.</summary>
    /// <exception cref="StoreException"><see cref="StoreReason.BadCursor"/>: it is of another query or version, or no cursor at all.</exception>
    public string KeyOf(string cursor)
    {
        if (!Base64Url.IsValid(cursor))
        {
            throw Bad();
        }

        byte[] bytes = Base64Url.DecodeFromChars(cursor);
        return bytes.AsSpan().StartsWith(_head) ? Encoding.UTF8.GetString(bytes.AsSpan(HeadLength)) : throw Bad();
    }

    public static StoreException Bad() =>
        new(StoreReason.BadCursor, "The cursor is of another query or of another version of the graph. Ask for the first page again.");

    /// <summary>Every part that decides which nodes come in which order, with unambiguous separators.</summary>
    private static string TextOf(NodeQuery query)
    {
        var text = new StringBuilder().Append((int)query.Kinds).Append('\u001d').Append(query.Text ?? "\u001f").Append('\u001d')
            .Append(query.Order.Property ?? "\u001f").Append('\u001d').Append(query.Order.Descending);
        foreach (PropertyFilter filter in query.Where)
        {
            text.Append('\u001d').Append(filter.Property).Append('\u001e').Append(filter.Before ?? "\u001f").Append('\u001e').Append(filter.After ?? "\u001f");
            foreach (string? value in filter.AnyOf.IsDefault ? [] : filter.AnyOf)
            {
                text.Append('\u001e').Append(value ?? "\u001f");
            }
        }

        return text.ToString();
    }
}
