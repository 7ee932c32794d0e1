using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NhiGraph.Loaders.Input;

/// <summary>Builds the canonical JSON of a fact's object; a null is a member left out. Equal to <see cref="Storage.Facts.CanonicalJson"/> of the same object, without parsing it again.</summary>
internal sealed class FactContent
{
    private readonly SortedDictionary<string, string> members = new(StringComparer.Ordinal);

    /// <summary>The canonical JSON of a text.</summary>
    public static string Quoted(string text) => "\"" + JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\"";

    public FactContent Text(string name, string? value) => value is null ? this : Json(name, Quoted(value));

    public FactContent Flag(string name, bool? value) => value is null ? this : Json(name, value.Value ? "true" : "false");

    public FactContent Number(string name, int? value) => value is null ? this : Json(name, value.Value.ToString(CultureInfo.InvariantCulture));

    /// <param name="value">Canonical JSON.</param>
    public FactContent Json(string name, string? value)
    {
        if (value is not null)
        {
            members.Add(name, value);
        }

        return this;
    }

    /// <summary>A list whose order means nothing: sorted, each item once.</summary>
    /// <param name="items">Canonical JSON with what it is sorted by.</param>
    public FactContent Set(string name, IEnumerable<(string By, string Json)> items) =>
        Json(name, "[" + string.Join(',', items.Distinct().OrderBy(item => item.By, StringComparer.Ordinal).ThenBy(item => item.Json, StringComparer.Ordinal).Select(item => item.Json)) + "]");

    public override string ToString()
    {
        var text = new StringBuilder("{");
        foreach ((string name, string json) in members)
        {
            text.Append(text.Length == 1 ? "" : ",").Append(Quoted(name)).Append(':').Append(json);
        }

        return text.Append('}').ToString();
    }
}
