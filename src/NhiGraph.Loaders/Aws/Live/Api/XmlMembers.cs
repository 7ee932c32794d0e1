using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using NhiGraph.Graph.Model;

namespace NhiGraph.Loaders.Aws.Live.Api;

/// <summary>The elements of XML answers as the JSON members that the AWS CLI prints of them, by a table of those that are not as they look.</summary>
/// <param name="file">The table: member, what it is printed as, its form.</param>
/// <param name="item">The element that items of a list are each in.</param>
/// <param name="otherwise">What a member is printed as that has no name of its own there.</param>
internal sealed class XmlMembers(string file, string item, Func<string, string> otherwise)
{
    private const int MaxDepth = 64;

    /// <summary>No document type: nothing outside the answer is ever fetched or expanded.</summary>
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    private readonly FrozenDictionary<string, (string? Printed, MemberForm Form)> known = LiveData.Lines(file).ToFrozenDictionary(
        fields => fields[0], fields => (fields[1] == "-" ? null : fields[1], VocabularyText.TryParse(fields[2], out MemberForm form) ? form : throw new InvalidOperationException($"{file}: {fields[0]}")), StringComparer.Ordinal);

    /// <exception cref="FormatException">It is no XML.</exception>
    internal static XElement Root(byte[] body)
    {
        try
        {
            using var stream = new MemoryStream(body, writable: false);
            using XmlReader reader = XmlReader.Create(stream, Settings);
            return XElement.Load(reader);
        }
        catch (XmlException wrong)
        {
            throw new FormatException("it is not whole XML: " + wrong.Message, wrong);
        }
    }

    /// <exception cref="FormatException">A member is not of its form.</exception>
    internal JsonObject Of(XElement element) => Structure(element, 0);

    private JsonObject Structure(XElement element, int depth)
    {
        depth = depth < MaxDepth ? depth + 1 : throw new FormatException($"it is nested deeper than {MaxDepth} levels");
        var structure = new JsonObject();
        foreach (XElement member in element.Elements())
        {
            (string? printed, MemberForm form) = known.TryGetValue(member.Name.LocalName, out (string?, MemberForm) told) ? told : (null, Looks(member));
            string name = printed ?? otherwise(member.Name.LocalName);
            if (form == MemberForm.Repeated)
            {
                ((structure[name] ??= new JsonArray()) as JsonArray)!.Add(Structure(member, depth));
            }
            else
            {
                structure[name] = Value(member, form, depth);
            }
        }

        return structure;
    }

    private MemberForm Looks(XElement member) => !member.HasElements ? MemberForm.Text : member.Elements().All(inner => inner.Name.LocalName == item) ? MemberForm.List : MemberForm.Structure;

    private JsonNode Value(XElement member, MemberForm form, int depth) => form switch
    {
        MemberForm.List => new JsonArray([.. member.Elements().Select(inner => inner.HasElements ? Structure(inner, depth) : (JsonNode)inner.Value)]),
        MemberForm.Structure => Structure(member, depth),
        MemberForm.Map => new JsonObject(member.Elements().Select(entry => KeyValuePair.Create(Text(entry, "key"), (JsonNode?)Text(entry, "value")))),
        MemberForm.Flag => member.Value switch { "true" => true, "false" => false, _ => throw new FormatException($"{member.Name.LocalName} is neither true nor false") },
        MemberForm.Number => long.TryParse(member.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : throw new FormatException($"{member.Name.LocalName} is no number"),
        MemberForm.Policy => Policy(member.Value),
        _ => member.Value,
    };

    private static string Text(XElement entry, string name) => entry.Elements().FirstOrDefault(inner => inner.Name.LocalName == name)?.Value ?? throw new FormatException($"an entry has no {name}");

    /// <summary>A text that is no JSON stays as it is: the reader tells what is wrong with it.</summary>
    private static JsonNode Policy(string text)
    {
        try
        {
            return JsonNode.Parse(text.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal) ? text : Uri.UnescapeDataString(text)) ?? text;
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException)
        {
            return text;
        }
    }
}
