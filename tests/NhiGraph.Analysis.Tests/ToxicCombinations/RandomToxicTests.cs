using NhiGraph.Analysis.Answers;
using NhiGraph.Analysis.Tests.Judgements;
using NhiGraph.Analysis.ToxicCombinations;
using NhiGraph.Graph.Components;
using NhiGraph.Graph.Csr;
using NhiGraph.Graph.Model;
using NhiGraph.Graph.Reach;
using NhiGraph.Graph.Tests.Paths;

namespace NhiGraph.Analysis.Tests.ToxicCombinations;

public sealed class RandomToxicTests
{
    [Fact]
    public void Findings_equal_a_try_of_every_actor() => JudgementCases.Run("toxic combinations", 600, seed =>
    {
        PathGraph records = JudgementEstate.Make(seed);
        var random = new Random(~seed);
        var options = new TraversalOptions(JudgementEstate.Now)
        {
            Certainty = random.Next(2) == 0 ? Certainty.Inferred : (Certainty)random.Next(4),
            IncludeExposedTo = random.Next(3) == 0,
            IncludeInactive = random.Next(4) == 0,
            Strict = random.Next(4) == 0,
        };
        ToxicRule[] rules = [.. Enumerable.Range(0, random.Next(1, 25)).Select(i => RandomRule(random, i))];
        var naive = new NaiveToxic(records, options);
        AccessGraph graph = records.Build();

        ToxicCombinationsAnswer answer = ToxicCombinationsAnswer.Of(Condensation.Of(graph, options), rules, tagged: tag => Tagged(records, graph, tag));

        ToxicCombination[] found = [.. answer.Read(answer.Findings)];
        Assert.Equal(naive.Find(rules), found.Select(one => Text(graph, one)).Order(StringComparer.Ordinal));
        foreach (ToxicCombination combination in found.Take(5))
        {
            CheckParts(graph, naive, combination, options);
        }

        return found.Length;
    });

    private static void CheckParts(AccessGraph graph, NaiveToxic naive, ToxicCombination combination, TraversalOptions options)
    {
        Assert.Equal(combination.Finding.Rule.Parts.Length, combination.Parts.Length);
        foreach ((RulePart part, ToxicPart shown) in combination.Finding.Rule.Parts.Zip(combination.Parts))
        {
            Assert.Contains(shown.Capability, part.Capabilities.Members());
            Assert.True(naive.Matches(part.On, graph.KeyOf(shown.On)));
            Assert.Equal((combination.Actor, shown.On, EdgeKind.On), (shown.Path.Start, shown.Path.Target, shown.Path.Steps[^1].Kind));
            Assert.True(shown.Certainty >= options.Certainty);
            Assert.Equal(shown.Capability, graph.CapabilityOf(shown.Path.Steps[^1].From));
            Assert.True(combination.Accounts.IsEmpty || graph.ScopeOf(shown.On) == combination.Accounts[0]);
            Assert.Empty(shown.Path.Steps.Where(step => (graph.KindsOf(step.From) & NodeKinds.Identity) != 0 && !combination.ControlGroup.Contains(step.From)));
        }

        Assert.Equal(combination.Actor, combination.ControlGroup[0]);
    }

    private static string Text(AccessGraph graph, ToxicCombination found) =>
        $"{found.Finding.Rule.Id}: {string.Join(' ', found.Members.Select(graph.KeyOf).Order(StringComparer.Ordinal))} in {(found.Accounts.IsEmpty ? "anywhere" : string.Join(' ', found.Accounts))}";

    private static List<int> Tagged(PathGraph records, AccessGraph graph, ResourceTag tag) =>
        [.. records.Nodes.Where(node => node[tag.Name] == tag.Value && (node.Kinds & NodeKinds.Resource) != 0).Select(node => graph.TryFind(node.Key, out int found) ? found : -1)];

    private static ToxicRule RandomRule(Random random, int number) => new(
        $"rule-{number}", "title", "why",
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new RulePart(RandomCapabilities(random), RandomTarget(random)))],
        random.Next(2) == 0 ? RuleSpan.Account : RuleSpan.Anywhere, (Severity)random.Next(4), "test");

    private static CapabilitySet RandomCapabilities(Random random)
    {
        Capability[] some = [Capability.ReadData, Capability.DeployCode, Capability.ModifyLogging, Capability.WriteData, Capability.DeleteBackup];
        CapabilitySet set = CapabilitySet.Of(some[random.Next(some.Length)]);
        return random.Next(2) == 0 ? set : set.With(some[random.Next(some.Length)]);
    }

    private static PartTarget RandomTarget(Random random) => random.Next(6) switch
    {
        0 => new() { MinSensitivity = Sensitivity.Confidential },
        1 => new() { Environments = ["production"] },
        2 => new() { Types = [ResourceType.Bucket, ResourceType.Function] },
        3 => new() { Tag = new(PropertyNames.Environment, "test") },
        _ => PartTarget.Any,
    };
}
