using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using NhiGraph.Graph.Model;

namespace NhiGraph.Loaders.Aws.Live.Api;

/// <summary>An XML answer of the query protocol as the JSON that the AWS CLI prints of it.</summary>
internal static class QueryAnswer
{
    /// <summary>No document type: nothing outside the answer is ever fetched or expanded.</summary>
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    private const int MaxDepth = 64;

    private static readonly FrozenDictionary<string, MemberForm> Forms = LiveData.Lines("query-members.tsv").ToFrozenDictionary(
        fields => fields[0], fields => VocabularyText.TryParse(fields[1], out MemberForm form) ? form : throw new InvalidOperationException($"query-members.tsv: {fields[0]}"), StringComparer.Ordinal);

    /// <exception cref="FormatException">It is no answer of this operation.</exception>
    internal static JsonObject Of(string operation, byte[] body)
    {
        XElement root = Root(body);
        XElement? result = root.Elements().FirstOrDefault(element => element.Name.LocalName == operation + "Result");
        return root.Name.LocalName == operation + "Response" && result is not null
            ? Structure(result, 0)
            : throw new FormatException($"the element {operation}Response with {operation}Result was expected, {root.Name.LocalName} came");
    }

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

    private static JsonObject Structure(XElement element, int depth)
    {
        var structure = new JsonObject();
        foreach (XElement member in element.Elements())
        {
            structure[member.Name.LocalName] = Value(member, depth < MaxDepth ? depth + 1 : throw new FormatException($"it is nested deeper than {MaxDepth} levels"));
        }

        return structure;
    }

    private static JsonNode Value(XElement member, int depth) => Forms.GetValueOrDefault(member.Name.LocalName) switch
    {
        MemberForm.List => List(member, depth),
        MemberForm.Structure => Structure(member, depth),
        MemberForm.Flag => member.Value switch { "true" => true, "false" => false, _ => throw new FormatException($"{member.Name.LocalName} is neither true nor false") },
        MemberForm.Number => long.TryParse(member.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : throw new FormatException($"{member.Name.LocalName} is no number"),
        MemberForm.Policy => Policy(member.Value),
        _ => !member.HasElements ? member.Value : member.Elements().All(item => item.Name.LocalName == "member") ? List(member, depth) : Structure(member, depth),
    };

    private static JsonArray List(XElement list, int depth) => [.. list.Elements().Select(item => item.HasElements ? Structure(item, depth) : (JsonNode)item.Value)];

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
