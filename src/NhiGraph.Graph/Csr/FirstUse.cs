namespace NhiGraph.Graph.Csr;

/// <summary>Numbers shared values by where they are first used, so that the order in which a graph was put together leaves no trace.</summary>
internal static class FirstUse
{
    /// <summary>The ids anew, and the values in that order; the first value keeps its place, values not used are dropped.</summary>
    internal static (int[] Ids, T[] Values) Renumber<T>(int[] ids, IReadOnlyList<T> values)
    {
        var numbers = new int[values.Count];
        var used = new List<T> { values[0] };
        var renumbered = new int[ids.Length];
        for (int i = 0; i < ids.Length; i++)
        {
            int id = ids[i];
            if (id != 0 && numbers[id] == 0)
            {
                numbers[id] = used.Count;
                used.Add(values[id]);
            }

            renumbered[i] = numbers[id];
        }

        return (renumbered, [.. used]);
    }
}
