using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NhiGraph.Loaders.Aws.Live.Api;

namespace NhiGraph.Loaders.Aws.Live.Fetch;

/// <summary>Which things of another call's answers a call is asked for, and how.</summary>
/// <param name="Operation">The other call, of the same dataset.</param>
/// <param name="Path">To the texts that name the things.</param>
/// <param name="As">The parameter that takes such a text, a list of one where it ends in <c>[]</c>; further ones as <c>parameter=member</c> of that answer.</param>
/// <param name="Beside">The member under which that text is put beside the answer; null where the answer says it.</param>
internal sealed record ItemsOf(string Operation, string[] Path, ImmutableArray<string> As, string? Beside)
{
    internal const string Kind = "inventory";

    /// <summary>The texts that an answer has.</summary>
    internal IEnumerable<string> In(JsonObject answer) => Path.Aggregate((IEnumerable<JsonNode?>)[answer], (nodes, name) => nodes.SelectMany(node => (node as JsonObject)?[name] switch { JsonArray items => items, { } one => [one], null => (IEnumerable<JsonNode?>)[] }))
        .Select(node => node is JsonValue value && value.TryGetValue(out string? text) ? text : null).OfType<string>();

    internal ApiCall Ask(LiveCall call, string region, string item, JsonObject answer)
    {
        ApiCall asked = call.In(region);
        foreach (string parameter in As)
        {
            string[] from = parameter.Split('=');
            asked.Parameters[from[0].TrimEnd('[', ']')] = from.Length > 1 ? answer[from[1]]?.DeepClone() : parameter.EndsWith("[]", StringComparison.Ordinal) ? new JsonArray(item) : item;
        }

        return asked;
    }
}
