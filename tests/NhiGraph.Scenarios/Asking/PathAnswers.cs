using System.Text;
using System.Text.Json;

namespace NhiGraph.Scenarios.Asking;

/// <summary>Paths and chains in a scenario's words.</summary>
internal static class PathAnswers
{
    internal static Answer Paths(JsonElement data)
    {
        var answer = new Answer();
        answer.Ordered.Add("paths");
        JsonElement found = data.GetProperty("paths");
        foreach (JsonElement key in found.GetProperty("notFound").EnumerateArray())
        {
            answer.Add("not found", key.ToString());
        }

        foreach (JsonElement path in found.GetProperty("nodes").EnumerateArray())
        {
            answer.Add("paths", Path(path));
        }

        if (found.GetProperty("truncated").ValueKind != JsonValueKind.Null)
        {
            answer.Add("truncated", "yes");
        }

        return answer;
    }

    internal static Answer Chains(JsonElement data)
    {
        var answer = new Answer();
        answer.Ordered.Add("chains");
        foreach (JsonElement chain in data.GetProperty("chains").GetProperty("nodes").EnumerateArray())
        {
            string[] links = [.. ((string[])["consumer", "credential", "identity"]).Select(link => chain.GetProperty(link) is { ValueKind: JsonValueKind.Object } entity ? entity.GetProperty("key").ToString() : "(none)")];
            string[] via = [.. chain.GetProperty("via").EnumerateArray().Select(entity => entity.GetProperty("key").ToString())];
            string[] missing = [.. chain.GetProperty("missing").EnumerateArray().Select(link => link.ToString())];
            JsonElement resources = chain.GetProperty("resources");
            answer.Add("chains", $"{string.Join(" > ", links)}{(via.Length > 0 ? " > " + string.Join(' ', via) : "")}, {chain.GetProperty("certainty")}, "
                + $"{resources.GetProperty("proved")} to {resources.GetProperty("possible")} resources{(missing.Length > 0 ? ", no " + string.Join(' ', missing) : "")}");
        }

        return answer;
    }

    /// <summary>E.g. <c>key-1 -AUTHENTICATES- deploy -HOLDS- readers -ON account- data, PROVED</c>: what follows an edge's kind is its technique or the container it names.</summary>
    private static string Path(JsonElement path)
    {
        var text = new StringBuilder();
        foreach (JsonElement step in path.GetProperty("steps").EnumerateArray())
        {
            if (text.Length == 0)
            {
                text.Append(step.GetProperty("from").GetProperty("key"));
            }

            text.Append(" -").Append(step.GetProperty("edge"));
            Append(text, step.GetProperty("technique"), "id");
            Append(text, step.GetProperty("container"), "key");
            text.Append("- ").Append(step.GetProperty("to").GetProperty("key"));
        }

        text.Append(", ").Append(path.GetProperty("certainty"));
        return path.GetProperty("contradiction").ValueKind == JsonValueKind.Null ? text.ToString() : text.Append(", contradicts itself").ToString();
    }

    private static void Append(StringBuilder text, JsonElement thing, string name)
    {
        if (thing.ValueKind == JsonValueKind.Object)
        {
            text.Append(' ').Append(thing.GetProperty(name));
        }
    }
}
