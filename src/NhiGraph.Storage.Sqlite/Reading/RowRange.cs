using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Engine;

namespace NhiGraph.Storage.Sqlite.Reading;

/// <summary>The rows of a table that a run opened: from a row number, included, to another, excluded.</summary>
/// <remarks>Rows are never deleted and get growing numbers, so that those of a run stand together: they are found by halving, in O(log rows) lookups and without an index that every run would pay for.</remarks>
internal readonly record struct RowRange(long From, long Until)
{
    /// <param name="table">As the query <c>opened_of_</c>table names it.</param>
    internal static RowRange OpenedBy(StoreConnection connection, string table, RunId run)
    {
        Statement opened = connection["opened_of_" + table];
        return new RowRange(First(opened, run.Value), First(opened, run.Value + 1));
    }

    /// <summary>The first row that a run of at least this number opened, or one past the last row.</summary>
    private static long First(Statement opened, long run)
    {
        bool IsBefore(long row) => opened.Bind(1, row).Number() is { } by && by < run;
        long until = 1;
        while (IsBefore(until))
        {
            until *= 2;
        }

        long from = until / 2;
        while (from < until)
        {
            long middle = from + ((until - from) / 2);
            (from, until) = IsBefore(middle) ? (middle + 1, until) : (from, middle);
        }

        return from;
    }
}
