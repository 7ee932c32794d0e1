using System.Collections.Immutable;
using NhiGraph.Api.Completeness;

namespace NhiGraph.Api.Paging;

/// <summary>A page of a connection, with cursors and completeness made only if asked.</summary>
internal sealed class Page
{
    internal required IReadOnlyList<object> Nodes { get; init; }

    /// <summary>The cursor of the node at a position of this page.</summary>
    internal required Func<int, string> CursorAt { get; init; }

    internal required bool HasNext { get; init; }

    internal required bool HasPrevious { get; init; }

    /// <summary>Null where counting is not feasible.</summary>
    internal required int? Total { get; init; }

    internal required Func<CompletenessAnswer> Completeness { get; init; }

    internal Truncation? Truncated { get; init; }

    /// <summary>Ids that the question named and that are not in the graph; only for questions about several.</summary>
    internal ImmutableArray<string> NotFound { get; init; } = [];

    /// <summary>A page of a list that is at hand whole.</summary>
    internal static Page Of<T>(IReadOnlyList<T> all, PageArguments arguments, Func<T, object> node, Func<CompletenessAnswer> completeness)
    {
        int start = Math.Min(arguments.Offset, all.Count);
        int count = Math.Min(arguments.First, all.Count - start);
        var nodes = new object[count];
        for (int i = 0; i < count; i++)
        {
            nodes[i] = node(all[start + i]);
        }

        return Of(nodes, all.Count, arguments, completeness);
    }

    /// <summary>A page whose nodes were made already, of a list of so many.</summary>
    internal static Page Of(IReadOnlyList<object> nodes, int total, PageArguments arguments, Func<CompletenessAnswer> completeness)
    {
        int start = Math.Min(arguments.Offset, total);
        return new()
        {
            Nodes = nodes,
            CursorAt = i => arguments.CursorOf(start + i + 1),
            HasNext = start + nodes.Count < total,
            HasPrevious = start > 0,
            Total = total,
            Completeness = completeness,
        };
    }
}
