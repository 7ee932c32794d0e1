using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace NhiGraph.Loaders.Aws.Live.Api;

/// <summary>An XML answer as the JSON that the AWS CLI prints of it.</summary>
internal static class XmlAnswer
{
    private static readonly XmlMembers Query = new("query-members.tsv", "member", name => name);

    /// <summary>Every value is a text: of what is read of EC2 nothing else is.</summary>
    private static readonly XmlMembers Ec2 = new("ec2-members.tsv", "item", name => char.ToUpperInvariant(name[0]) + name[1..]);

    private static readonly XmlMembers Rest = new("rest-xml-members.tsv", "member", name => name);

    private static readonly FrozenDictionary<string, string[]> RestAnswers = LiveData.Lines("rest-xml-answers.tsv").ToFrozenDictionary(fields => fields[0], StringComparer.Ordinal);

    /// <exception cref="FormatException">It is no answer of this operation.</exception>
    internal static JsonObject Of(ApiProtocol protocol, string operation, byte[] body) => protocol switch
    {
        ApiProtocol.Query => OfQuery(operation, body),
        ApiProtocol.Ec2 => Ec2.Of(Root(body, operation + "Response")),
        ApiProtocol.RestXml => OfRest(RestAnswers[operation], body),
        _ => throw new ArgumentOutOfRangeException(nameof(protocol)),
    };

    private static JsonObject OfQuery(string operation, byte[] body)
    {
        XElement root = Root(body, operation + "Response");
        return Query.Of(root.Elements().FirstOrDefault(element => element.Name.LocalName == operation + "Result") ?? throw new FormatException($"it has no {operation}Result"));
    }

    private static JsonObject OfRest(string[] form, byte[] body)
    {
        (string element, string printed) = (form[1], form[2]);
        if (element == "-")
        {
            string policy = Encoding.UTF8.GetString(body);
            return JsonNode.Parse(policy) is JsonObject ? new JsonObject { [printed] = policy } : throw new FormatException("a policy was expected");
        }

        JsonObject members = Rest.Of(Root(body, element));
        return printed == "-" ? members : new JsonObject { [printed] = members };
    }

    private static XElement Root(byte[] body, string expected) => XmlMembers.Root(body) is var root && root.Name.LocalName == expected ? root
        : throw new FormatException($"the element {expected} was expected, {root.Name.LocalName} came");
}
