using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using NhiGraph.Api.Errors;

namespace NhiGraph.Api.Paging;

/// <summary>Opaque cursors: base64url of version, a hash of what the listing is of, and where the page ended.</summary>
internal static class Cursor
{
    private const char Separator = '\n';

    internal static string Encode(string version, string query, string payload) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Separator, version, Hash(query), payload)));

    /// <exception cref="ApiError">BAD_ARGUMENT: it is no cursor, or one of another listing. STALE_CURSOR: it is of another version of the graph.</exception>
    internal static string Decode(string cursor, string version, string query)
    {
        string[] parts = Parts(cursor);
        if (parts.Length != 3)
        {
            throw ApiError.BadArgument("after: not a cursor.");
        }

        if (parts[0] != version)
        {
            throw new ApiError(ErrorCode.StaleCursor, $"after: the cursor is of version {parts[0]} of the graph, the current one is {version}. Start the listing again.");
        }

        return parts[1] == Hash(query) ? parts[2] : throw ApiError.BadArgument("after: the cursor is of another listing, or of other arguments.");
    }

    private static string[] Parts(string cursor)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(Separator, 3);
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private static string Hash(string query) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)).AsSpan(0, 6));
}
