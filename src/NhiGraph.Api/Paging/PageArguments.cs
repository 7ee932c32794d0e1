using System.Globalization;
using GraphQL;
using NhiGraph.Api.Errors;
using NhiGraph.Api.Snapshots;

namespace NhiGraph.Api.Paging;

/// <summary>The checked <c>first</c> and <c>after</c> of a field.</summary>
/// <param name="First">1..500.</param>
/// <param name="After">What the cursor carries, or null for the beginning.</param>
internal sealed record PageArguments(int First, string? After, string Version, string Query)
{
    internal const int DefaultFirst = 50;
    internal const int MostFirst = 500;

    /// <summary>For cursors that carry a position: how many come before.</summary>
    internal int Offset => After is null ? 0
        : int.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out int offset) ? offset
        : throw ApiError.BadArgument("after: the cursor is not one of this listing.");

    internal string CursorOf(int position) => CursorOf(position.ToString(CultureInfo.InvariantCulture));

    internal string CursorOf(string payload) => Cursor.Encode(Version, Query, payload);

    /// <param name="context">The field.</param>
    /// <param name="asked">The snapshot that cursors are bound to.</param>
    /// <param name="query">What the listing is of: a cursor of another one is refused.</param>
    /// <exception cref="ApiError">BAD_ARGUMENT or STALE_CURSOR.</exception>
    internal static PageArguments Of(IResolveFieldContext context, AskedGraph asked, string query)
    {
        int first = context.GetArgument<int?>("first") ?? DefaultFirst;
        if (first is < 1 or > MostFirst)
        {
            throw ApiError.BadArgument($"first: must be 1 to {MostFirst}, not {first}.");
        }

        string? after = context.GetArgument<string?>("after");
        return new(first, after is null ? null : Cursor.Decode(after, asked.Version, query), asked.Version, query);
    }
}
