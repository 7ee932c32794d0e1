using System.Globalization;
using System.Text.Json;

namespace NhiGraph.Loaders.Input;

/// <summary>
/// Picks members of one object by name. What access hangs on must be right, or the record has no one meaning (<see cref="UnreadableRecordException"/>); of the rest, what is wrong is left out and told.
/// A null member is a missing one.
/// </summary>
internal sealed class RecordReader
{
    private readonly Dictionary<string, JsonElement> members;
    private readonly RecordFaults faults;

    private RecordReader(Dictionary<string, JsonElement> members, string locator, RecordFaults faults)
    {
        this.members = members;
        this.faults = faults;
        Locator = locator;
    }

    /// <summary>File and JSON pointer of the object.</summary>
    public string Locator { get; }

    public RecordFaults Faults => faults;

    /// <exception cref="UnreadableRecordException">It is no object, or has a member twice.</exception>
    public static RecordReader Of(JsonElement element, string locator, RecordFaults faults)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new UnreadableRecordException(faults.Told.WrongMember(locator, "an object"));
        }

        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (JsonProperty member in element.EnumerateObject())
        {
            string name = NameOf(member) ?? throw new UnreadableRecordException(faults.Told.WrongMember(locator, "member names that are whole text"));
            if (!members.TryAdd(name, member.Value))
            {
                throw new UnreadableRecordException(faults.Told.DuplicateMember(locator + "/" + JsonPointer.Escaped(name)));
            }

            if (SecretPattern.IsSecretMember(name) && member.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.True or JsonValueKind.False))
            {
                faults.Note(faults.Told.LooksLikeSecret(locator + "/" + name, $"a secret ({name})"));
            }
        }

        return new RecordReader(members, locator, faults);
    }

    public string At(string member) => Locator + "/" + member;

    public JsonElement? Element(string name) => members.TryGetValue(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A member that must be there.</summary>
    public string Text(string name) =>
        Element(name) is { } value ? NotEmpty(value, At(name)) : throw new UnreadableRecordException(faults.Told.WrongMember(At(name), "a text that is not empty"));

    public string? OptionalText(string name)
    {
        if (Element(name) is not { } value)
        {
            return null;
        }

        if (TextOf(value) is not { } text)
        {
            faults.Missing(faults.Told.FieldDropped(At(name), "a text"));
            return null;
        }

        if (SecretPattern.InText(text) is { } secret)
        {
            faults.Note(faults.Told.LooksLikeSecret(At(name), secret));
            return null;
        }

        return text;
    }

    public string? Date(string name)
    {
        if (Element(name) is not { } value)
        {
            return null;
        }

        string? date = TextOf(value) is { } text ? IsoDate.Of(text) : null;
        if (date is null)
        {
            faults.Missing(faults.Told.FieldDropped(At(name), "an ISO 8601 date with time"));
        }

        return date;
    }

    public int? Number(string name)
    {
        if (Element(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number))
        {
            return number;
        }

        faults.Missing(faults.Told.FieldDropped(At(name), "a whole number"));
        return null;
    }

    public bool? Flag(string name) => Element(name)?.ValueKind switch
    {
        null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new UnreadableRecordException(faults.Told.WrongMember(At(name), "true or false")),
    };

    public RecordReader? Object(string name) => Element(name) is { } value ? Of(value, At(name), faults) : null;

    public IEnumerable<RecordReader> Objects(string name) => Items(name).Select(item => Of(item.Value, item.Locator, faults));

    public IEnumerable<string> Texts(string name) =>
        Items(name).Select(item => NotEmpty(item.Value, item.Locator));

    /// <summary>The items of a list, none where it is missing: AWS leaves out empty lists.</summary>
    public IEnumerable<(JsonElement Value, string Locator)> Items(string name)
    {
        if (Element(name) is not { } list)
        {
            yield break;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            throw new UnreadableRecordException(faults.Told.WrongMember(At(name), "a list"));
        }

        int i = 0;
        foreach (JsonElement item in list.EnumerateArray())
        {
            yield return (item, string.Create(CultureInfo.InvariantCulture, $"{At(name)}/{i++}"));
        }
    }

    private string NotEmpty(JsonElement value, string locator)
    {
        string text = TextOf(value) is { Length: > 0 } found ? found : throw new UnreadableRecordException(faults.Told.WrongMember(locator, "a text that is not empty"));
        return SecretPattern.InPolicy(text) is { } secret ? throw new UnreadableRecordException(faults.Told.LooksLikeSecret(locator, secret)) : text;
    }

    /// <summary>Null if it is no text, or escapes half a character.</summary>
    internal static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Null if it escapes half a character.</summary>
    internal static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
