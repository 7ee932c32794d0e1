using System.Collections.Frozen;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using NhiGraph.Graph.Model;

namespace NhiGraph.Loaders.Aws.Live.Api;

/// <summary>An answer that is an error: its code and message out of XML or JSON, and what they mean (<c>error-codes.tsv</c>).</summary>
internal static class ErrorAnswer
{
    private const int MessageShown = 300;

    private static readonly FrozenDictionary<string, ApiFault> Meanings = LiveData.Lines("error-codes.tsv").ToFrozenDictionary(
        fields => fields[0], fields => VocabularyText.TryParse(fields[1], out ApiFault fault) ? fault : throw new InvalidOperationException($"error-codes.tsv: {fields[0]}"), StringComparer.Ordinal);

    internal static ApiFaultException Of(ApiCall call, HttpStatusCode status, Func<string, string?> header, byte[] body)
    {
        (string? code, string? message) = call.Service.SpeaksXml ? OfXml(body) : OfJson(body);
        // "com.amazonaws.organizations#AccessDeniedException", "AccessDeniedException:http://..."
        code = (code ?? header("x-amzn-errortype"))?.Split('#')[^1].Split(':')[0];
        string shown = Shown(message ?? $"HTTP status {(int)status}.");
        return new(call, Meaning(status, code, shown), code, shown) { Elsewhere = header("x-amz-bucket-region") is { Length: > 0 } region && region != call.Region ? region : null };
    }

    private static ApiFault Meaning(HttpStatusCode status, string? code, string message)
    {
        ApiFault known = code is not null && Meanings.TryGetValue(code, out ApiFault meaning) ? meaning
            : status == HttpStatusCode.TooManyRequests ? ApiFault.Throttled
            : status == HttpStatusCode.Forbidden ? ApiFault.Denied
            : (int)status >= 500 ? ApiFault.Failing
            : ApiFault.Other;
        // Services that sign by version 4 tell a wrong clock only in words.
        return known == ApiFault.NotAccepted && (message.StartsWith("Signature expired", StringComparison.Ordinal) || message.StartsWith("Signature not yet current", StringComparison.Ordinal)) ? ApiFault.Skewed : known;
    }

    private static (string? Code, string? Message) OfXml(byte[] body)
    {
        try
        {
            XElement root = XmlMembers.Root(body);
            return (Text(root, "Code"), Text(root, "Message"));
        }
        catch (FormatException)
        {
            return default;
        }
    }

    private static string? Text(XElement root, string name) => root.Descendants().FirstOrDefault(element => element.Name.LocalName == name && !element.HasElements)?.Value;

    private static (string? Code, string? Message) OfJson(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject root ? (Text(root, "__type") ?? Text(root, "code"), Text(root, "message") ?? Text(root, "Message")) : default;
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException)
        {
            return default;
        }
    }

    private static string? Text(JsonObject root, string name) => root[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>On one line, and cut: a proxy may answer with a page.</summary>
    private static string Shown(string message)
    {
        string line = string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MessageShown ? line : line[..MessageShown] + "...";
    }
}
