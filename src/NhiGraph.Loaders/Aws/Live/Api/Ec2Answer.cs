using System.Collections.Frozen;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace NhiGraph.Loaders.Aws.Live.Api;

/// <summary>An XML answer of EC2 with the member names that the AWS CLI prints (<c>ec2-members.tsv</c>), every value a text: of what is read here nothing else is.</summary>
internal static class Ec2Answer
{
    private const int MaxDepth = 64;

    private static readonly FrozenDictionary<string, string> Names = LiveData.Lines("ec2-members.tsv").ToFrozenDictionary(fields => fields[0], fields => fields[1], StringComparer.Ordinal);

    /// <exception cref="FormatException">It is no answer of this operation.</exception>
    internal static JsonObject Of(string operation, byte[] body)
    {
        XElement root = QueryAnswer.Root(body);
        return root.Name.LocalName == operation + "Response" ? Structure(root, 0) : throw new FormatException($"the element {operation}Response was expected, {root.Name.LocalName} came");
    }

    private static JsonObject Structure(XElement element, int depth)
    {
        var structure = new JsonObject();
        foreach (XElement member in element.Elements())
        {
            string name = member.Name.LocalName;
            structure[Names.GetValueOrDefault(name) ?? char.ToUpperInvariant(name[0]) + name[1..]] = Value(member, depth < MaxDepth ? depth + 1 : throw new FormatException($"it is nested deeper than {MaxDepth} levels"));
        }

        return structure;
    }

    /// <summary>An empty element is an empty list where its name says that it is one.</summary>
    private static JsonNode Value(XElement member, int depth) =>
        member.HasElements ? member.Elements().All(item => item.Name.LocalName == "item") ? List(member, depth) : Structure(member, depth)
        : member.Value.Length == 0 && (member.Name.LocalName.EndsWith("Set", StringComparison.Ordinal) || member.Name.LocalName == "regionInfo") ? new JsonArray()
        : member.Value;

    private static JsonArray List(XElement list, int depth) => [.. list.Elements().Select(item => item.HasElements ? Structure(item, depth) : (JsonNode)item.Value)];
}
