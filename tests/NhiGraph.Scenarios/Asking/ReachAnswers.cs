using System.Text.Json;
using NhiGraph.Graph.Model;

namespace NhiGraph.Scenarios.Asking;

/// <summary>Blast radius and exposure in a scenario's words.</summary>
internal static class ReachAnswers
{
    private static readonly (string Count, NodeKind Kind)[] Kinds =
    [
        ("identities", NodeKind.Identity), ("credentials", NodeKind.Credential), ("consumers", NodeKind.Consumer), ("groups", NodeKind.Group), ("entitlements", NodeKind.Entitlement), ("humans", NodeKind.Human),
    ];

    internal static Answer BlastRadius(JsonElement data)
    {
        JsonElement found = data.GetProperty("blastRadius");
        Answer answer = Reach(found);
        foreach (JsonElement resource in found.GetProperty("resources").GetProperty("nodes").EnumerateArray())
        {
            answer.Add("resources", $"{resource.GetProperty("resource").GetProperty("key")}: {Text(resource)}{Capabilities(resource)}");
        }

        Count(answer, "publicResources", found.GetProperty("publicResources"));
        return answer;
    }

    internal static Answer Exposure(JsonElement data)
    {
        JsonElement found = data.GetProperty("exposure");
        Answer answer = Reach(found);
        if (found.GetProperty("public").GetBoolean())
        {
            answer.Add("public", "yes");
        }

        return answer;
    }

    private static Answer Reach(JsonElement found)
    {
        var answer = new Answer();
        answer.Asked.Add("counts");
        foreach (JsonElement key in found.GetProperty("notFound").EnumerateArray())
        {
            answer.Add("not found", key.ToString());
        }

        foreach (JsonElement assumption in found.GetProperty("assumptions").EnumerateArray())
        {
            answer.Add("assumptions", $"{assumption.GetProperty("code")}: {assumption.GetProperty("demotes")}");
        }

        JsonElement[] nodes = [.. found.GetProperty("entities").GetProperty("nodes").EnumerateArray()];
        foreach (JsonElement node in nodes)
        {
            answer.Add("entities", $"{node.GetProperty("entity").GetProperty("key")}: {Text(node)}");
        }

        JsonElement summary = found.GetProperty("summary");
        foreach (JsonProperty count in summary.EnumerateObject())
        {
            Count(answer, count.Name, count.Value);
        }

        Agree(answer, nodes, summary);
        return answer;
    }

    /// <summary>The summary counts what the list lists.</summary>
    private static void Agree(Answer answer, JsonElement[] nodes, JsonElement summary)
    {
        foreach ((string count, NodeKind kind) in Kinds)
        {
            JsonElement[] ofKind = [.. nodes.Where(node => node.GetProperty("entity").GetProperty("kinds").EnumerateArray().Any(one => one.ToString() == kind.Text()))];
            string listed = $"{ofKind.Count(node => node.GetProperty("certainty").ToString() == "PROVED")} to {ofKind.Length}";
            if (listed != Bounds(summary.GetProperty(count)))
            {
                answer.Add("the summary disagrees", $"{count} are {Bounds(summary.GetProperty(count))}, listed are {listed}");
            }
        }
    }

    private static void Count(Answer answer, string name, JsonElement count) => answer.Add("counts", $"{name}: {(count.ValueKind == JsonValueKind.Object ? Bounds(count)
        : count.ValueKind == JsonValueKind.Array ? string.Join(' ', count.EnumerateArray()) : count)}");

    private static string Bounds(JsonElement bounds) => $"{bounds.GetProperty("proved")} to {bounds.GetProperty("possible")}";

    private static string Text(JsonElement reached) => $"{reached.GetProperty("certainty")}, {Steps(reached.GetProperty("distance").GetInt32())}";

    private static string Steps(int count) => count == 1 ? "1 step" : $"{count} steps";

    private static string Capabilities(JsonElement resource)
    {
        string[] proved = Names(resource, "capabilities");
        string[] possible = [.. Names(resource, "capabilitiesPossible").Except(proved)];
        string[] parts = Names(resource, "parts");
        return (proved.Length > 0 ? ", " + string.Join(' ', proved) : "") + (possible.Length > 0 ? ", possibly " + string.Join(' ', possible) : "") + (parts.Length > 0 ? ", only " + string.Join(' ', parts) : "");
    }

    private static string[] Names(JsonElement resource, string name) => [.. resource.GetProperty(name).EnumerateArray().Select(one => one.ToString())];
}
