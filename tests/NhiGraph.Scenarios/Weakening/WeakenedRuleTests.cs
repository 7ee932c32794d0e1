using NhiGraph.Analysis.ChainOfTrust;
using NhiGraph.Analysis.OrphanChains;
using NhiGraph.Analysis.ToxicCombinations;
using NhiGraph.Graph.Model;
using NhiGraph.Loaders.Rules;
using NhiGraph.Scenarios.Asking;
using NhiGraph.Scenarios.Reading;
using NhiGraph.Scenarios.Running;
using NhiGraph.Storage.Memory;
using NhiGraph.Storage.Parts;

namespace NhiGraph.Scenarios.Weakening;

/// <summary>Every rule is held by the scenarios: whoever weakens it makes one of them fail. The corpus as it stands passes, so that a difference is the weakening's doing.</summary>
public sealed class WeakenedRuleTests
{
    private static readonly Scenario[] Judged = Asking("orphan chains", "chain of trust of");
    private static readonly Scenario[] Toxic = Asking("toxic combinations");

    public static TheoryData<string> Judgements() => [.. Weakening.All.Select(weakening => weakening.ToString())];

    public static TheoryData<string> Rules() => [.. RuleBook.Shipped.Rules.SelectMany(Weaker).Select(weaker => weaker.How)];

    [Theory]
    [MemberData(nameof(Judgements))]
    public async Task A_judgement_without_one_of_its_conditions_is_noticed(string name)
    {
        Weakening weakening = Weakening.All.Single(one => one.ToString() == name);
        foreach (Scenario scenario in FirstThatTellOf(weakening.Of, Judged.Select(weakening.Applied).Where((applied, at) => !IsSame(applied, Judged[at]))))
        {
            if (await AnyAsync(scenario, (expected, found) => !States(weakening.Of, expected).SequenceEqual(States(weakening.Of, found))))
            {
                return;
            }
        }

        Assert.Fail($"No scenario tells of {weakening.Of} otherwise when its rule does not look at {weakening.What} ({weakening.How}).");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_toxic_rule_that_is_weakened_is_noticed(string how)
    {
        (_, ToxicRule rule) = RuleBook.Shipped.Rules.SelectMany(Weaker).Single(weaker => weaker.How == how);
        foreach (Scenario scenario in FirstThatTellOf(rule.Id, Toxic))
        {
            if (await AnyAsync(scenario with { Rules = scenario.Rules.With(rule) }, (expected, found) => !expected.Order(StringComparer.Ordinal).SequenceEqual(found.Order(StringComparer.Ordinal))))
            {
                return;
            }
        }

        Assert.Fail($"No scenario changes with {how}.");
    }

    [Fact]
    public void Every_reason_and_every_link_is_weakened()
    {
        string[] of = [.. Weakening.All.Select(weakening => weakening.Of).Distinct()];
        Assert.Equal(Enum.GetValues<OrphanReason>().Select(reason => VocabularyText.Text(reason)).Concat(Enum.GetValues<TrustLinkKind>().Select(link => VocabularyText.Text(link))).Order(), of.Order());
        Assert.All(of, one => Assert.True(Weakening.All.Count(weakening => weakening.Of == one) > 1, $"{one} is weakened in one way only."));
    }

    /// <summary>Without a part; over any account; on any resource; by fewer capabilities.</summary>
    private static IEnumerable<(string How, ToxicRule Rule)> Weaker(ToxicRule rule)
    {
        if (rule.Span == RuleSpan.Account)
        {
            yield return ($"{rule.Id} over any account", rule with { Span = RuleSpan.Anywhere });
        }
        else
        {
            yield return ($"{rule.Id} in one account only", rule with { Span = RuleSpan.Account });
        }

        for (int i = 0; i < rule.Parts.Length; i++)
        {
            RulePart part = rule.Parts[i];
            string name = string.Join(" or ", part.Capabilities.Members().Select(capability => capability.Text()));
            yield return ($"{rule.Id} without {name}", rule with { Parts = rule.Parts.RemoveAt(i) });
            if (part.On != PartTarget.Any)
            {
                yield return ($"{rule.Id} with {name} on any resource", rule with { Parts = rule.Parts.SetItem(i, part with { On = PartTarget.Any }) });
            }

            foreach (Capability capability in part.Capabilities.Members().Where(_ => part.Capabilities.Count > 1))
            {
                yield return ($"{rule.Id} with {capability.Text()} only", rule with { Parts = rule.Parts.SetItem(i, part with { Capabilities = CapabilitySet.Of(capability) }) });
            }
        }
    }

    private static Scenario[] Asking(params string[] questions) =>
        [.. ScenarioTests.Corpus.Value.Select(scenario => scenario with { Questions = [.. scenario.Questions.Where(question => questions.Any(words => question.Ask.StartsWith(words, StringComparison.Ordinal)))] }).Where(scenario => scenario.Questions.Length > 0)];

    /// <summary>Where a change is most likely to be noticed; all of them in the end.</summary>
    private static IEnumerable<Scenario> FirstThatTellOf(string what, IEnumerable<Scenario> scenarios) =>
        scenarios.OrderByDescending(scenario => scenario.Questions.Any(question => question.Answer.Values.Any(lines => lines.Any(line => line.Contains(what, StringComparison.Ordinal)))));

    private static bool IsSame(Scenario one, Scenario other) => one.Nodes.SequenceEqual(other.Nodes) && one.Edges.SequenceEqual(other.Edges) && one.Read.SequenceEqual(other.Read);

    /// <summary>Whether a question is answered so that its lines differ in the way that is looked for.</summary>
    private static async Task<bool> AnyAsync(Scenario scenario, Func<IEnumerable<string>, IEnumerable<string>, bool> differ)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using var store = new MemoryGraphStore();
        await EstateWriter.WriteAsync(store, scenario, cancellation);
        var answers = await ScenarioRun.AnswersAsync(scenario, store, WholeGraph.Of(store), cancellation);
        return answers.Any(answer => answer.Found is { } found && differ(Lines(answer.Asked, found, expected: true), Lines(answer.Asked, found, expected: false)));
    }

    /// <summary>Lines with their section; of links, those that the scenario names.</summary>
    private static IEnumerable<string> Lines(ScenarioQuestion asked, Answer found, bool expected)
    {
        HashSet<string> links = asked.Answer.TryGetValue("links", out var named) ? [.. named.Select(line => line.Split(':')[0])] : [];
        return expected ? asked.Answer.SelectMany(section => section.Value)
            : found.Sections.SelectMany(section => section.Value.Where(line => !found.Asked.Contains(section.Key) || links.Contains(line.Split(':')[0])));
    }

    /// <summary>What lines say of one reason or link, in no order: of which chain, known or unknown; in which state and of what.</summary>
    private static IEnumerable<string> States(string of, IEnumerable<string> lines) =>
        (from line in lines
         let name = line.Split(": ")[0]
         let unknown = line.IndexOf("unknown ", StringComparison.Ordinal)
         let at = Array.IndexOf(line.Split([' ', ',', ':']), of)
         where at >= 0
         select name == of ? line : $"{name} {(unknown >= 0 && line.IndexOf(of, unknown, StringComparison.Ordinal) >= 0 ? "unknown" : "known")}").Order(StringComparer.Ordinal);
}
