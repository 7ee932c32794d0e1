using System.Text.Json;

namespace NhiGraph.Scenarios.Asking;

/// <summary>A kind of question: how a scenario asks it, the GraphQL that it is, and how the answer reads.</summary>
/// <param name="Words">What the text begins with, and what stands between its two lists of names where there are two: <c>paths from</c> and <c>to</c>.</param>
/// <param name="Query">The name of the GraphQL file.</param>
/// <param name="Variables">Of the lists of names.</param>
/// <param name="Render">The <c>data</c> of the answer in a scenario's words.</param>
internal sealed record Question(string Words, string? Between, string Query, Func<string[], string[], Dictionary<string, object?>> Variables, Func<JsonElement, Answer> Render)
{
    /// <summary>The variable that a question's options are.</summary>
    internal string OptionsAre { get; private init; } = "options";

    /// <summary>To add a kind of question: a line here, its GraphQL, and its rendering.</summary>
    private static readonly Question[] All =
    [
        new("blast radius of", null, "blast_radius", (of, _) => new() { ["of"] = of }, ReachAnswers.BlastRadius),
        new("exposure of", null, "exposure", (of, _) => new() { ["of"] = of }, ReachAnswers.Exposure),
        new("paths from", " to ", "paths", (from, to) => new() { ["from"] = from, ["to"] = to }, PathAnswers.Paths),
        new("chains through", null, "chains", (through, _) => new() { ["through"] = through.Single() }, PathAnswers.Chains),
        new("orphan chains", null, "orphan_chains", (_, _) => new() { ["filter"] = new { states = (string[])["KNOWN", "UNKNOWN"] } }, JudgementAnswers.OrphanChains) { OptionsAre = "filter" },
        new("toxic combinations", null, "toxic_combinations", (_, _) => [], JudgementAnswers.ToxicCombinations) { OptionsAre = "filter" },
        new("administrators", null, "administrators", (_, _) => [], JudgementAnswers.Administrators) { OptionsAre = "scopes" },
        new("chain of trust of", null, "chain_of_trust", (of, _) => new() { ["of"] = of.Single() }, JudgementAnswers.ChainOfTrust),
        new("departure of", null, "departure", (of, _) => new() { ["of"] = of }, ListingAnswers.Departure),
        new("accountability of", null, "accountability", (of, _) => new() { ["of"] = of }, ListingAnswers.Accountability),
        new("key figures", null, "kpis", (_, _) => [], ListingAnswers.KeyFigures) { OptionsAre = "scopes" },
        new("search for", null, "search", (words, _) => new() { ["text"] = string.Join(' ', words) }, ListingAnswers.Of("search")),
        new("sources", null, "sources", (_, _) => [], ListingAnswers.Sources),
        .. ((string[])["identities", "credentials", "consumers", "resources", "entitlements", "groups", "humans", "applications"])
            .Select(list => new Question(list, null, list, (_, _) => [], ListingAnswers.Of(list)) { OptionsAre = "filter" }),
    ];

    /// <summary>The question of a text, with the variables to ask it.</summary>
    internal static (Question Question, Dictionary<string, object?> Variables) Of(string ask)
    {
        Question question = All.FirstOrDefault(one => ask == one.Words || ask.StartsWith(one.Words + " ", StringComparison.Ordinal))
            ?? throw new ArgumentException($"'{ask}' is no question; it begins with one of: {string.Join(", ", All.Select(one => one.Words))}.");
        string[] lists = ask[question.Words.Length..].Split(question.Between ?? "\n", 2);
        return (question, question.Variables(Names(lists[0]), lists.Length > 1 ? Names(lists[1]) : []));
    }

    internal static string GraphQl(string name)
    {
        using Stream file = typeof(Question).Assembly.GetManifestResourceStream(name) ?? throw new ArgumentException($"There is no {name}.graphql.");
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    private static string[] Names(string list) => list.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
}
