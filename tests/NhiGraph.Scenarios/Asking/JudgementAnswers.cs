using System.Text.Json;

namespace NhiGraph.Scenarios.Asking;

/// <summary>Orphan chains, toxic combinations and chains of trust in a scenario's words.</summary>
internal static class JudgementAnswers
{
    /// <summary>Of what is known to be an orphan, and of what nobody can tell: each in a section of its own.</summary>
    internal static Answer OrphanChains(JsonElement data)
    {
        var answer = new Answer();
        foreach (JsonElement row in data.GetProperty("orphanChains").GetProperty("nodes").EnumerateArray())
        {
            string[] reasons = Texts(row, "reasons");
            string[] undecided = Texts(row, "undecided");
            string chain = string.Join(" > ", ((string[])["consumer", "credential", "identity"]).Select(link => Key(row.GetProperty(link)) ?? "(none)"));
            string what = $"{chain}: {string.Join(' ', reasons)}{(undecided.Length == 0 ? "" : $"{(reasons.Length == 0 ? "" : ", ")}unknown {string.Join(' ', undecided)}")}";
            answer.Add(reasons.Length == 0 ? "undecided" : "orphans", reasons.Length == 0 ? what
                : $"{what}, {row.GetProperty("severity")}{(Key(row.GetProperty("lastAccountable")) is { } last ? $", last {last}" : "")}{(row.GetProperty("since") is { ValueKind: JsonValueKind.String } since ? $", since {since.ToString()[..10]}" : "")}");
        }

        return answer;
    }

    /// <summary>E.g. <c>keys-and-data by bot: HIGH in aws:111, MANAGE_KEYS on kms PROVED, READ_DATA on data PROVED</c>.</summary>
    internal static Answer ToxicCombinations(JsonElement data)
    {
        var answer = new Answer();
        foreach (JsonElement row in data.GetProperty("toxicCombinations").GetProperty("nodes").EnumerateArray())
        {
            string accounts = string.Join(' ', Texts(row, "accounts"));
            string[] parts = [.. row.GetProperty("parts").EnumerateArray().Select(part => $"{part.GetProperty("capability")} on {Key(part.GetProperty("on"))} {part.GetProperty("certainty")}")];
            string exception = row.GetProperty("exception") is { ValueKind: JsonValueKind.Object } made ? made.GetProperty("holds").GetBoolean() ? ", accepted" : ", accepted once" : "";
            answer.Add("combinations", $"{row.GetProperty("rule").GetProperty("id")} by {string.Join(' ', row.GetProperty("controlGroup").EnumerateArray().Select(Key))}: {row.GetProperty("severity")}{(accounts.Length == 0 ? "" : $" in {accounts}")}, {string.Join(", ", parts)}{exception}");
        }

        return answer;
    }

    /// <summary>E.g. <c>bot of account: PROVED, by techniques</c>; <c>PROVED, directly CONDITIONAL</c> where the way without techniques is weaker.</summary>
    internal static Answer Administrators(JsonElement data)
    {
        var answer = new Answer();
        foreach (JsonElement row in data.GetProperty("administrators").GetProperty("nodes").EnumerateArray())
        {
            string certainty = row.GetProperty("certainty").ToString(), direct = row.GetProperty("direct").ToString();
            Assert.Equal(direct.Length == 0, row.GetProperty("byTechnique").GetBoolean());
            answer.Add("administrators", $"{Key(row.GetProperty("identity"))} of {Key(row.GetProperty("account"))}: {certainty}, {(direct.Length == 0 ? "by techniques" : direct == certainty ? "directly" : $"directly {direct}")}");
        }

        return answer;
    }

    /// <summary>The verdict always, and those links that the scenario names.</summary>
    internal static Answer ChainOfTrust(JsonElement data)
    {
        JsonElement chain = data.GetProperty("chainOfTrust");
        var answer = new Answer();
        answer.Asked.Add("links");
        answer.Add("verdict", chain.GetProperty("verdict").ToString());
        foreach (JsonElement link in chain.GetProperty("links").EnumerateArray())
        {
            string[] entities = [.. link.GetProperty("entities").EnumerateArray().Select(entity => Key(entity)!)];
            answer.Add("links", $"{link.GetProperty("link")}: {link.GetProperty("state")}{(entities.Length == 0 ? "" : " " + string.Join(' ', entities))}");
        }

        return answer;
    }

    private static string? Key(JsonElement entity) => entity.ValueKind == JsonValueKind.Object ? entity.GetProperty("key").ToString() : null;

    private static string[] Texts(JsonElement row, string name) => [.. row.GetProperty(name).EnumerateArray().Select(one => one.ToString())];
}
