namespace NhiGraph.Graph.Csr;

/// <summary>A date that some nodes have: their numbers, ascending, and the date of each in Unix seconds.</summary>
internal readonly record struct DateColumn(int[] Nodes, long[] Seconds)
{
    internal long? this[int node] => Array.BinarySearch(Nodes, node) is int at and >= 0 ? Seconds[at] : null;

    /// <param name="dates">By the numbers that nodes had when they were added.</param>
    /// <param name="places">Their numbers in the graph.</param>
    internal static DateColumn Of(List<(int Node, long Seconds)> dates, int[] places)
    {
        int[] nodes = [.. dates.Select(date => places[date.Node])];
        long[] seconds = [.. dates.Select(date => date.Seconds)];
        Array.Sort(nodes, seconds);
        return new DateColumn(nodes, seconds);
    }
}
