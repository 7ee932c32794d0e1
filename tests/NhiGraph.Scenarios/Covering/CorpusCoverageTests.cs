using NhiGraph.Analysis.ChainOfTrust;
using NhiGraph.Analysis.OrphanChains;
using NhiGraph.Graph.Model;
using NhiGraph.Scenarios.Asking;
using NhiGraph.Scenarios.Reading;
using NhiGraph.Scenarios.Running;

namespace NhiGraph.Scenarios.Covering;

/// <summary>The corpus shows everything that can occur: what it does not show is listed as impossible, with its reason, and nothing is both.</summary>
public sealed class CorpusCoverageTests
{
    private const int Least = 100;
    private const int LeastThatFindNothing = 20;

    private static IEnumerable<ScenarioQuestion> Questions => ScenarioTests.Corpus.Value.SelectMany(scenario => scenario.Questions);

    [Fact]
    public void There_are_a_hundred_scenarios() => Assert.True(ScenarioTests.Corpus.Value.Count >= Least, $"There are {ScenarioTests.Corpus.Value.Count}.");

    /// <summary>Each question of such a scenario has nothing for an answer: no row, and none that is undecided.</summary>
    [Fact]
    public void Twenty_find_nothing()
    {
        int count = ScenarioTests.Corpus.Value.Count(scenario => scenario.Questions.All(question => question.Answer.IsEmpty));
        Assert.True(count >= LeastThatFindNothing, $"There are {count}.");
    }

    [Fact]
    public void Each_link_of_trust_is_shown_in_each_state_that_it_can_have() => Complete(
        from link in Enum.GetValues<TrustLinkKind>() from state in Enum.GetValues<TrustState>() select $"{VocabularyText.Text(link)} {VocabularyText.Text(state)}",
        from line in Lines("links") select string.Join(' ', line.Split([':', ' '], StringSplitOptions.RemoveEmptyEntries).Take(2)));

    [Fact]
    public void Each_reason_of_an_orphan_is_shown_known_and_unknown_where_it_can_be() => Complete(
        from reason in Enum.GetValues<OrphanReason>() from state in (string[])["KNOWN", "UNKNOWN"] select $"{VocabularyText.Text(reason)} {state}",
        from line in Lines("orphans").Concat(Lines("undecided"))
        let reasons = line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..].Split("unknown ")
        from pair in Reasons(reasons[0]).Select(reason => $"{reason} KNOWN").Concat(reasons.Skip(1).SelectMany(Reasons).Select(reason => $"{reason} UNKNOWN"))
        select pair);

    [Fact]
    public void Each_question_of_the_API_is_asked() => Complete(
        from field in QueryFields.All select $"{field} -",
        from question in Questions from field in QueryFields.AskedBy(Question.Of(question.Ask).Question.Query) select $"{field} -");

    [Fact]
    public void Each_verdict_of_trust_and_each_state_of_a_dataset_is_shown()
    {
        Assert.Equal(Enum.GetValues<TrustVerdict>().Select(verdict => VocabularyText.Text(verdict)).Order(), Lines("verdict").Distinct().Order());
        Assert.Equal(Enum.GetValues<Storage.Facts.DatasetState>().Order(), ScenarioTests.Corpus.Value.SelectMany(scenario => scenario.Read.Values).Distinct().Order());
    }

    private static IEnumerable<string> Lines(string section) => Questions.SelectMany(question => question.Answer.TryGetValue(section, out var lines) ? lines : []);

    private static IEnumerable<string> Reasons(string text) => text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Where(word => VocabularyText.TryParse(word, out OrphanReason _));

    private static void Complete(IEnumerable<string> possible, IEnumerable<string> shown)
    {
        string[] all = [.. possible];
        string difference = Difference.Of("what scenarios show, and what impossible.tsv lists", all, shown.Distinct().Concat(Impossible.Pairs.Where(all.Contains)));
        Assert.True(difference.Length == 0, difference);
    }
}
