using System.Globalization;
using System.Text.Json;
using NhiGraph.Loaders.Input;

namespace NhiGraph.Loaders.Aws.Read.Inventory;

/// <summary>An object of an inventory's document with those around it: what it does not say itself, such as its account, an outer one says. A list of names has texts for items.</summary>
internal sealed class InventoryItem
{
    private readonly RecordReader? record;
    private readonly InventoryItem? outer;
    private readonly RecordFaults faults;

    private InventoryItem(RecordReader? record, string? text, string locator, RecordFaults faults, InventoryItem? outer) => (this.record, Text, Locator, this.faults, this.outer) = (record, text, locator, faults, outer);

    /// <summary>Of an item that is a text.</summary>
    internal string? Text { get; }

    internal string Locator { get; }

    internal RecordFaults Faults => faults;

    /// <exception cref="UnreadableRecordException">It is neither a text nor an object whose members stand once each.</exception>
    internal static InventoryItem Of(JsonElement element, string locator, RecordFaults faults, InventoryItem? outer) => element.ValueKind == JsonValueKind.String
        ? new(null, Named(element, locator, faults), locator, faults, outer)
        : new(RecordReader.Of(element, locator, faults), null, locator, faults, outer);

    /// <summary>The places below that a path leads to, each with the objects around it.</summary>
    internal IEnumerable<(JsonElement Element, string Locator, InventoryItem Outer)> Below(string path)
    {
        string[] names = path.Length == 0 ? [] : path.Split('/');
        IEnumerable<(JsonElement Element, string Locator, InventoryItem Outer)> places = names.Length == 0 || record?.Element(names[0]) is not { } first ? [] : Members(first, record.At(names[0]), this);
        foreach (string name in names.Skip(1))
        {
            places = places.SelectMany(place => Of(place.Element, place.Locator, faults, place.Outer) is { record: { } inner } item && inner.Element(name) is { } next ? Members(next, inner.At(name), item) : []);
        }

        return places;
    }

    /// <summary>The one text that a path leads to, here or in an outer object; null where there is none. <c>/</c> leads to what stands after the last slash of an item that is a text.</summary>
    /// <exception cref="UnreadableRecordException">It is no text, or none that a name can be.</exception>
    internal string? Find(string path) => path.Length == 0 ? Text : path == "/" ? Text?[(Text.LastIndexOf('/') + 1)..] : Texts(path).FirstOrDefault();

    /// <summary>The texts that a path leads to, here or in the nearest outer object that has its first name.</summary>
    /// <exception cref="UnreadableRecordException">One of them is no text.</exception>
    internal IEnumerable<string> Texts(string path) => Places(path).Select(place => place.Element.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? place.Element.GetBoolean() ? "true" : "false"
        : Named(place.Element, place.Locator, faults));

    /// <summary>Names of environment variables; what looks like a secret in such a place is left out and told.</summary>
    internal IEnumerable<string> Names(string path)
    {
        bool members = path.EndsWith("/~", StringComparison.Ordinal);
        foreach ((JsonElement element, string locator, _) in Places(members ? path[..^2] : path))
        {
            IEnumerable<string?> names = !members ? [RecordReader.TextOf(element)] : element.ValueKind == JsonValueKind.Object ? [.. element.EnumerateObject().Select(RecordReader.NameOf)] : [null];
            foreach (string? name in names)
            {
                if (name is null)
                {
                    faults.Missing(faults.Told.FieldDropped(locator, "names of environment variables"));
                }
                else if (SecretPattern.InText(name) is { } secret)
                {
                    faults.Note(faults.Told.LooksLikeSecret(locator, secret));
                }
                else
                {
                    yield return name;
                }
            }
        }
    }

    /// <summary>The command line's second version prints ISO 8601, its first one Unix seconds.</summary>
    internal string? Date(string path)
    {
        foreach ((JsonElement element, string locator, _) in Places(path))
        {
            string? date = element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out double seconds) && seconds is > 0 and < 32503680000
                ? DateTimeOffset.FromUnixTimeSeconds((long)seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
                : RecordReader.TextOf(element) is { } text ? IsoDate.Of(text) : null;
            if (date is null)
            {
                faults.Missing(faults.Told.FieldDropped(locator, "an ISO 8601 date with time"));
            }

            return date;
        }

        return null;
    }

    /// <summary>What a path leads to, as it stands.</summary>
    internal IEnumerable<(JsonElement Element, string Locator, InventoryItem Outer)> Places(string path)
    {
        string first = path.Split('/')[0];
        for (InventoryItem? at = this; at is not null; at = at.outer)
        {
            if (at.record?.Element(first) is not null)
            {
                return at.Below(path);
            }
        }

        return [];
    }

    private static IEnumerable<(JsonElement, string, InventoryItem)> Members(JsonElement element, string locator, InventoryItem outer)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().Select((item, i) => (item, string.Create(CultureInfo.InvariantCulture, $"{locator}/{i}"), outer));
        }

        return [(element, locator, outer)];
    }

    private static string Named(JsonElement element, string locator, RecordFaults faults)
    {
        string text = RecordReader.TextOf(element) is { Length: > 0 } found ? found : throw new UnreadableRecordException(faults.Told.WrongMember(locator, "a text that is not empty"));
        return SecretPattern.InPolicy(text) is { } secret ? throw new UnreadableRecordException(faults.Told.LooksLikeSecret(locator, secret)) : text;
    }
}
