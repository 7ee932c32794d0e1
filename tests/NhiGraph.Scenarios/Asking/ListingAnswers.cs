using System.Text.Json;

namespace NhiGraph.Scenarios.Asking;

/// <summary>Lists, pages of one thing and figures in a scenario's words.</summary>
internal static class ListingAnswers
{
    /// <summary>The keys of a connection, in order.</summary>
    internal static Func<JsonElement, Answer> Of(string field) => data =>
    {
        var answer = new Answer();
        answer.Ordered.Add("found");
        Each(data.GetProperty(field), "nodes", node => answer.Add("found", Key(node)));
        return answer;
    };

    /// <summary>E.g. <c>ownerCoverage: 1 of 3, 1 unknown</c>; of the figures, those that the scenario names.</summary>
    internal static Answer KeyFigures(JsonElement data)
    {
        var answer = new Answer();
        answer.Asked.Add("figures");
        foreach (JsonProperty figure in data.GetProperty("kpis").EnumerateObject())
        {
            answer.Add("figures", $"{figure.Name}: {figure.Value.GetProperty("covered")} of {figure.Value.GetProperty("of")}, {figure.Value.GetProperty("unknown")} unknown");
        }

        return answer;
    }

    /// <summary>E.g. <c>key: CREATED EXPOSED_TO, ROTATE</c>.</summary>
    internal static Answer Departure(JsonElement data)
    {
        var answer = new Answer();
        answer.Asked.Add("exposure");
        JsonElement departure = data.GetProperty("nodes")[0].GetProperty("departure");
        Each(departure, "items", item => answer.Add("items", $"{Key(item.GetProperty("entity"))}: {string.Join(' ', item.GetProperty("relations").EnumerateArray())}, {item.GetProperty("proposal")}"));
        foreach (JsonProperty count in departure.GetProperty("exposure").EnumerateObject())
        {
            answer.Add("exposure", $"{count.Name}: {count.Value.GetProperty("proved")} to {count.Value.GetProperty("possible")}");
        }

        return answer;
    }

    /// <summary>Who made it, who owns it, who could know it: each with its state, and people with whether they are here.</summary>
    internal static Answer Accountability(JsonElement data)
    {
        var answer = new Answer();
        JsonElement page = data.GetProperty("nodes")[0];
        if (page.TryGetProperty("creator", out JsonElement creator))
        {
            answer.Add("creator", Attribution(creator));
        }

        if (page.TryGetProperty("grantedBy", out JsonElement granted))
        {
            Each(granted, "nodes", node => answer.Add("grantedBy", Attribution(node)));
        }

        foreach (string list in (string[])["owners", "exposedTo"])
        {
            if (page.TryGetProperty(list, out JsonElement found))
            {
                answer.Add(list, found.GetProperty("state").ToString());
                Each(found, "nodes", node => answer.Add(list, list == "owners"
                    ? $"{Key(node.GetProperty("owner"))}: {node.GetProperty("role")}{(node.GetProperty("through") is { ValueKind: JsonValueKind.Object } through ? " of " + Key(through) : "")}{(node.GetProperty("active").ValueKind switch { JsonValueKind.True => ", here", JsonValueKind.False => ", gone", _ => "" })}"
                    : $"{Key(node.GetProperty("human"))}: {node.GetProperty("certainty")}"));
            }
        }

        return answer;
    }

    /// <summary>E.g. <c>owners of aws:111: PARTIAL</c>.</summary>
    internal static Answer Sources(JsonElement data)
    {
        var answer = new Answer();
        foreach (JsonElement source in data.GetProperty("sources").EnumerateArray())
        {
            Each(source, "datasets", dataset => answer.Add("datasets", $"{dataset.GetProperty("dataset")} of {dataset.GetProperty("scope")}: {dataset.GetProperty("state")}"));
        }

        return answer;
    }

    private static string Attribution(JsonElement told) =>
        $"{told.GetProperty("state")}{(told.GetProperty("human") is { ValueKind: JsonValueKind.Object } human ? " " + Key(human) : told.GetProperty("via") is { ValueKind: JsonValueKind.Object } via ? " by " + Key(via) : "")}";

    private static void Each(JsonElement owner, string list, Action<JsonElement> add)
    {
        foreach (JsonElement item in owner.GetProperty(list).EnumerateArray())
        {
            add(item);
        }
    }

    private static string Key(JsonElement entity) => entity.GetProperty("key").ToString();
}
