namespace NhiGraph.Storage.Neo4j.Export;

/// <summary>Neighbours of equal key as one list.</summary>
internal static class Together
{
    /// <summary>The list is good until the next one is asked for.</summary>
    internal static IEnumerable<List<T>> Of<T, TKey>(IEnumerable<T> items, Func<T, TKey> keyOf) where TKey : notnull
    {
        var some = new List<T>();
        TKey? last = default;
        foreach (T item in items)
        {
            TKey key = keyOf(item);
            if (some.Count > 0 && !key.Equals(last))
            {
                yield return some;
                some.Clear();
            }

            last = key;
            some.Add(item);
        }

        if (some.Count > 0)
        {
            yield return some;
        }
    }
}
