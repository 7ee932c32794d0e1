using System.Text.Json;
using NhiGraph.Storage.Reading;
using NhiGraph.Storage.Runs;
using NhiGraph.Storage.Sqlite.Engine;

namespace NhiGraph.Storage.Sqlite.Listing;

/// <summary>One property of all nodes of a version: a number for each place, and the distinct values the numbers stand for. Number 0 is "without it".</summary>
internal sealed class PropertyColumn
{
    private readonly int[] _numbers;
    private readonly List<string?> _values = [null];
    private readonly Lazy<int[]> _ranks;

    private PropertyColumn(int count)
    {
        _numbers = new int[count];
        _ranks = new Lazy<int[]>(RankValues);
    }

    /// <summary>Reads a column for each of these properties in one pass over the version's nodes.</summary>
    internal static PropertyColumn[] Read(StoreConnection connection, RunId version, NodeCatalog catalog, IReadOnlyList<string> properties, CancellationToken cancellation)
    {
        PropertyColumn[] columns = [.. properties.Select(_ => new PropertyColumn(catalog.Count))];
        Dictionary<string, int>[] numbers = [.. properties.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
        var places = new Dictionary<long, int>(catalog.Count);
        for (int place = 0; place < catalog.Count; place++)
        {
            places.Add(catalog.IdAt(place), place);
        }

        Statement row = connection["properties"].Bind(1, version.Value);
        while (row.Step())
        {
            cancellation.ThrowIfCancellationRequested();
            int place = places[row.Int64(0)];
            for (int column = 0; column < columns.Length; column++)
            {
                var reader = new Utf8JsonReader(row.Bytes(1));
                if (PropertyText.TryFind(ref reader, properties[column]))
                {
                    columns[column]._numbers[place] = columns[column].NumberOf(ref reader, numbers[column]);
                }
            }
        }

        return columns;
    }

    /// <summary>For each number whether the filter lets its value through.</summary>
    internal Func<int, bool> Admits(PropertyFilter filter)
    {
        bool[] admitted = [.. _values.Select(filter.Admits)];
        return place => admitted[_numbers[place]];
    }

    /// <summary>Sorts places by folded value, those without it last; a stable counting sort, so that the order they come in breaks ties. O(places + values).</summary>
    internal int[] Sorted(IReadOnlyCollection<int> places, bool descending)
    {
        int[] ranks = _ranks.Value;
        int last = ranks[0];
        int SlotOf(int place) => ranks[_numbers[place]] is var rank && rank == last || !descending ? ranks[_numbers[place]] : last - 1 - ranks[_numbers[place]];
        int[] starts = new int[last + 2];
        foreach (int place in places)
        {
            starts[SlotOf(place) + 1]++;
        }

        for (int slot = 1; slot < starts.Length; slot++)
        {
            starts[slot] += starts[slot - 1];
        }

        int[] sorted = new int[places.Count];
        foreach (int place in places)
        {
            sorted[starts[SlotOf(place)]++] = place;
        }

        return sorted;
    }

    private int NumberOf(ref Utf8JsonReader reader, Dictionary<string, int> numbers)
    {
        int most = reader.ValueSpan.Length;
        char[]? rented = null;
        Span<char> value = most <= 256 ? stackalloc char[256] : rented = new char[most];
        value = value[..reader.CopyString(value)];
        var lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(value, out int number))
        {
            string text = value.ToString();
            number = _values.Count;
            _values.Add(text);
            numbers.Add(text, number);
        }

        return number;
    }

    /// <summary>A dense rank for each number by its folded value; "without it" comes after all.</summary>
    private int[] RankValues()
    {
        string[] folded = [.. _values.Skip(1).Select(value => FoldedText.Of(value!)).Distinct(StringComparer.Ordinal).Order(CodePointOrder.Instance)];
        Dictionary<string, int> ranks = folded.Select((value, rank) => (value, rank)).ToDictionary(pair => pair.value, pair => pair.rank, StringComparer.Ordinal);
        return [.. _values.Select(value => value is null ? folded.Length : ranks[FoldedText.Of(value)])];
    }
}
