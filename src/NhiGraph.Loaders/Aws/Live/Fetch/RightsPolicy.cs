using System.Text.Json;
using System.Text.Json.Nodes;

namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>The policies that let a live load ask what it asks, and nothing else (<c>calls.tsv</c>).</summary>
internal static class RightsPolicy
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n" };

    internal static string ToRead() => Text("NhiGraphReads", LiveCall.All.Select(call => call.Right).OfType<string>(), ["*"]);

    internal static string ToAssume(IEnumerable<string> roles) => Text("NhiGraphAssumes", ["sts:AssumeRole"], roles);

    private static string Text(string sid, IEnumerable<string> actions, IEnumerable<string> resources) => new JsonObject
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray(new JsonObject { ["Sid"] = sid, ["Effect"] = "Allow", ["Action"] = Sorted(actions), ["Resource"] = Sorted(resources) }),
    }.ToJsonString(Readable);

    private static JsonArray Sorted(IEnumerable<string> texts) => [.. texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(text => (JsonNode)text)];
}
